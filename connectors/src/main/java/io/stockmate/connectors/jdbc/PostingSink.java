package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.ledger.Transaction;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Posts transactions into the books: Flink's JDBC sink, at-least-once, on tables where an equal repeat has no effect.
 *
 * <p>While the database is away the job restarts from its checkpoint, with the pauses of its restart strategy, and
 * loses nothing. What the books refuse, such as a transaction with the id of another, ends the job for good, naming it.
 * Whether the books balance is a metric, {@link MetricNames#UNBALANCED_UNITS}.
 */
public final class PostingSink {
    private PostingSink() {}

    /**
     * A sink; the job gives it uid and name.
     *
     * @param group {@link DatabaseSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static Sink<Transaction> of(PropertyGroup group) {
        return new WatchedBooks(StatementSink.of(new PostingStatement(), group), DatabaseSettings.of(group));
    }
}
