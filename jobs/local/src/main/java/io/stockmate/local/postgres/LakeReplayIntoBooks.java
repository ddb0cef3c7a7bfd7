package io.stockmate.local.postgres;

import io.stockmate.connectors.jdbc.PostingStatement;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Transfer;
import io.stockmate.lake.LakeReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Posts what a lake's table {@code transfer} holds; what the books have of it already stays as it is. */
public final class LakeReplayIntoBooks {
    private static final int TRANSACTIONS_PER_REQUEST = 1_000;

    private final PostingStatement posting = new PostingStatement();
    private final PreparedStatement statement;
    private final List<Transfer> transfers = new ArrayList<>();
    private int waiting;

    private LakeReplayIntoBooks(PreparedStatement statement) {
        this.statement = statement;
    }

    public static void run(Path lake, Connection writer) throws SQLException {
        try (PreparedStatement statement = writer.prepareStatement(new PostingStatement().query());
                LakeReader reader = LakeReader.open(lake, row -> {
                    throw new IllegalStateException("a row of the lake cannot be read: " + row);
                })) {
            LakeReplayIntoBooks replay = new LakeReplayIntoBooks(statement);
            reader.transfersInOrder(replay::take);
            replay.post();
            replay.flush();
        }
    }

    private void take(Transfer transfer) {
        try {
            if (!transfers.isEmpty() && !transfers.get(0).transactionId().equals(transfer.transactionId())) {
                post();
            }
            transfers.add(transfer);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void post() throws SQLException {
        if (transfers.isEmpty()) {
            return;
        }
        posting.statement(statement, Transaction.of(transfers));
        statement.addBatch();
        transfers.clear();
        if (++waiting == TRANSACTIONS_PER_REQUEST) {
            flush();
        }
    }

    private void flush() throws SQLException {
        statement.executeBatch();
        waiting = 0;
    }
}
