package io.stockmate.core.ledger;

import io.stockmate.core.chain.Sha256;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is booked at once, or not at all. It balances in every unit by its making: each transfer takes from one account
 * what it gives to another.
 *
 * @param transfers at least one; they agree with the transaction and have the ids {@code id-1}, {@code id-2} …
 */
public record Transaction(
        String id,
        String symbol,
        long seq,
        long ts,
        TransferReason reason,
        @Nullable String refId,
        @Nullable String reverses,
        long valueDate,
        List<Transfer> transfers) {
    public Transaction {
        transfers = List.copyOf(transfers);
    }

    /**
     * The transaction to which transfers belong.
     *
     * @param transfers all of it, in the order of their ids
     * @throws IllegalArgumentException if there is none, one is missing, or they do not agree
     */
    public static Transaction of(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("a transaction has at least one transfer, not none");
        }
        Transfer first = transfers.get(0);
        Transaction transaction = new Transaction(
                first.transactionId(),
                first.symbol(),
                first.seq(),
                first.ts(),
                first.reason(),
                first.refId(),
                first.reverses(),
                first.valueDate(),
                transfers);
        for (int n = 1; n <= transfers.size(); n++) {
            Transfer transfer = transfers.get(n - 1);
            Transfer expected = transaction.transfer(
                    n, transfer.unit(), transfer.fromAccount(), transfer.toAccount(), transfer.amount());
            if (!transfer.equals(expected)) {
                throw new IllegalArgumentException("transfer " + n + " of transaction " + transaction.id + " should be "
                        + expected + ", not " + transfer);
            }
        }
        return transaction;
    }

    /** The transaction's n-th transfer, n from 1. */
    Transfer transfer(int n, String unit, String from, String to, long amount) {
        return new Transfer(
                symbol, seq, ts, id, id + "-" + n, unit, from, to, amount, reason, refId, reverses, valueDate);
    }

    /** The transfers as postings: two for each, in their order. */
    public List<Posting> postings() {
        List<Posting> postings = new ArrayList<>(2 * transfers.size());
        for (Transfer transfer : transfers) {
            int place = postings.size() + 1;
            postings.add(new Posting(place, transfer.fromAccount(), transfer.unit(), -transfer.amount()));
            postings.add(new Posting(place + 1, transfer.toAccount(), transfer.unit(), transfer.amount()));
        }
        return postings;
    }

    /**
     * What is hashed: lines, joined by newlines with none at the end. The first eight are id, symbol, seq, ts, reason,
     * refId, reverses and valueDate, empty where absent; then each posting in its order as {@code account unit amount},
     * with blanks between. No value can hold a blank or a newline.
     */
    public String canonicalForm() {
        StringBuilder text = new StringBuilder(256);
        text.append(id).append('\n').append(symbol).append('\n').append(seq).append('\n');
        text.append(ts).append('\n').append(reason.name()).append('\n');
        text.append(refId == null ? "" : refId).append('\n');
        text.append(reverses == null ? "" : reverses).append('\n');
        text.append(Absent.is(valueDate) ? "" : Long.toString(valueDate));
        for (Posting posting : postings()) {
            text.append('\n').append(posting.account()).append(' ').append(posting.unit());
            text.append(' ').append(posting.amount());
        }
        return text.toString();
    }

    /** The SHA-256 of the canonical form in UTF-8, as 64 lower-case hex digits: databases can recompute it. */
    public String contentHash() {
        return Sha256.hex(canonicalForm());
    }
}
