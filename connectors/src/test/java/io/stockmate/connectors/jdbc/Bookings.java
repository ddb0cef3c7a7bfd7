package io.stockmate.connectors.jdbc;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Transactions as the accounting job makes them. */
final class Bookings {
    static final long DAY = 86_400_000L;

    private static final long TS = 1_773_000_000_000L;

    private Bookings() {}

    /** BUYER buys {@code qty} at {@code price} of SELLER; the house takes 5 from the buyer. */
    static Transaction trade(String symbol, long seq, String buyer, String seller, long qty, long price) {
        String id = symbol + "-" + seq;
        return Transaction.of(List.of(
                transfer(id, 1, symbol, seq, "EUR", buyer + "/cash", seller + "/cash", qty * price),
                transfer(id, 2, symbol, seq, "#" + symbol, seller + "/goods", buyer + "/goods", qty),
                transfer(id, 3, symbol, seq, "EUR", buyer + "/cash", ":fees", 5)));
    }

    /** What undoes a transaction. */
    static Transaction reversal(Transaction reversed, long seq) {
        String id = reversed.symbol() + "-" + seq + "-R";
        List<Transfer> transfers = new ArrayList<>();
        for (Transfer transfer : reversed.transfers()) {
            transfers.add(new Transfer(
                    reversed.symbol(),
                    seq,
                    TS + seq,
                    id,
                    id + "-" + (transfers.size() + 1),
                    transfer.unit(),
                    transfer.toAccount(),
                    transfer.fromAccount(),
                    transfer.amount(),
                    TransferReason.REVERSAL,
                    reversed.refId(),
                    reversed.id(),
                    Absent.NUMBER));
        }
        return Transaction.of(transfers);
    }

    /** As a trade whose money is due on a day. */
    static Transaction unsettled(String symbol, long seq, String buyer, String seller, long money, long valueDate) {
        String id = symbol + "-" + seq;
        return Transaction.of(List.of(due(
                transfer(id, 1, symbol, seq, "EUR", buyer + "/unsettled", seller + "/unsettled", money), valueDate)));
    }

    private static Transfer due(Transfer transfer, long valueDate) {
        return new Transfer(
                transfer.symbol(),
                transfer.seq(),
                transfer.ts(),
                transfer.transactionId(),
                transfer.transferId(),
                transfer.unit(),
                transfer.fromAccount(),
                transfer.toAccount(),
                transfer.amount(),
                transfer.reason(),
                transfer.refId(),
                transfer.reverses(),
                valueDate);
    }

    /** Books them as the sink does, in one request. */
    static void post(TestDatabase database, Transaction... transactions) throws SQLException {
        PostingStatement posting = new PostingStatement();
        try (Connection connection = database.as(TestDatabase.WRITER);
                PreparedStatement statement = connection.prepareStatement(posting.query())) {
            for (Transaction transaction : transactions) {
                posting.statement(statement, transaction);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Transfer transfer(
            String id, int n, String symbol, long seq, String unit, String from, String to, long amount) {
        return new Transfer(
                symbol,
                seq,
                TS + seq,
                id,
                id + "-" + n,
                unit,
                from,
                to,
                amount,
                TransferReason.TRADE,
                symbol + "-T-" + seq,
                null,
                Absent.NUMBER);
    }
}
