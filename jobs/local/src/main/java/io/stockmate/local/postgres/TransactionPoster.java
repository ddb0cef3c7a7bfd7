package io.stockmate.local.postgres;

import io.stockmate.connectors.jdbc.PostingStatement;
import io.stockmate.core.ledger.Transaction;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Posts transactions on a thread of its own, in requests of many, while the next request is gathered. */
final class TransactionPoster implements AutoCloseable {
    private static final int TRANSACTIONS_PER_REQUEST = 1_000;

    /** Two posters may add the same new accounts, each waiting for the other's: the server ends one of them. */
    private static final String DEADLOCK = "40P01";

    private static final int ATTEMPTS = 5;

    private final PostingStatement posting = new PostingStatement();
    private final Connection connection;
    private final PreparedStatement statement;
    private final ExecutorService thread;
    private List<Transaction> gathered = new ArrayList<>();
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    private TransactionPoster(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
        this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "posting the lake"));
    }

    /** Closes the connection in the end. */
    static TransactionPoster on(Connection connection) throws SQLException {
        try {
            return new TransactionPoster(connection, connection.prepareStatement(new PostingStatement().query()));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** @throws SQLException where an earlier one was refused */
    void post(Transaction transaction) throws SQLException {
        gathered.add(transaction);
        if (gathered.size() == TRANSACTIONS_PER_REQUEST) {
            request();
        }
    }

    /** Returns when all is posted. */
    void finish() throws SQLException {
        request();
        awaitRequest();
    }

    private void request() throws SQLException {
        awaitRequest();
        List<Transaction> transactions = gathered;
        gathered = new ArrayList<>();
        underWay = CompletableFuture.runAsync(() -> send(transactions), thread);
    }

    private void awaitRequest() throws SQLException {
        try {
            underWay.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw failure;
        }
    }

    private void send(List<Transaction> transactions) {
        try {
            for (int attempt = 1; ; attempt++) {
                for (Transaction transaction : transactions) {
                    posting.statement(statement, transaction);
                    statement.addBatch();
                }
                try {
                    statement.executeBatch();
                    return;
                } catch (BatchUpdateException failure) {
                    if (attempt == ATTEMPTS || !DEADLOCK.equals(failure.getSQLState())) {
                        throw failure;
                    }
                }
            }
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }

    @Override
    public void close() throws SQLException {
        thread.shutdown();
        connection.close();
    }
}
