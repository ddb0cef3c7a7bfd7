package io.stockmate.local.postgres;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Transfer;
import io.stockmate.lake.LakeReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts what a lake's table {@code transfer} holds; what the books have of it already stays as it is. Symbols are
 * shared out among connections, each symbol's transactions in their order.
 */
public final class LakeReplayIntoBooks {
    private static final int CONNECTIONS = 2;

    private final List<TransactionPoster> posters;
    private final List<Transfer> transfers = new ArrayList<>();

    /** Opens connections of a user who may post. */
    @FunctionalInterface
    public interface Writers {
        Connection writer() throws SQLException;
    }

    private LakeReplayIntoBooks(List<TransactionPoster> posters) {
        this.posters = posters;
    }

    /** Returns when all is posted. */
    public static void run(Path lake, Writers writers) throws SQLException {
        List<TransactionPoster> posters = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(lake, row -> {
            throw new IllegalStateException("a row of the lake cannot be read: " + row);
        })) {
            for (int n = 0; n < CONNECTIONS; n++) {
                posters.add(TransactionPoster.on(writers.writer()));
            }
            LakeReplayIntoBooks replay = new LakeReplayIntoBooks(posters);
            reader.transfersInOrder(replay::take);
            replay.post();
            for (TransactionPoster poster : posters) {
                poster.finish();
            }
        } finally {
            for (TransactionPoster poster : posters) {
                poster.close();
            }
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
        if (!transfers.isEmpty()) {
            Transaction transaction = Transaction.of(transfers);
            posters.get(Math.floorMod(transaction.symbol().hashCode(), CONNECTIONS))
                    .post(transaction);
            transfers.clear();
        }
    }
}
