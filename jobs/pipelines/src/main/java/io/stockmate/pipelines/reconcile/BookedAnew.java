package io.stockmate.pipelines.reconcile;

import io.stockmate.core.ledger.LedgerSink;
import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books of a symbol, kept again in memory. */
final class BookedAnew implements LedgerSink {
    final PieceStore pieces = new HeapPieces();
    private final List<Transaction> transactions = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();

    List<Transfer> transfers() {
        return transfers;
    }

    /** The transaction of this id, where it is one of the last two: no event books more. Else null. */
    @Nullable
    Transaction newest(String id) {
        for (int n = transactions.size() - 1; n >= 0 && n >= transactions.size() - 2; n--) {
            if (transactions.get(n).id().equals(id)) {
                return transactions.get(n);
            }
        }
        return null;
    }

    @Override
    public void transaction(Transaction transaction) {
        transactions.add(transaction);
        transfers.addAll(transaction.transfers());
    }

    @Override
    public void usage(UsageRecord record) {
        // HourlyUsage counts it in another way.
    }
}
