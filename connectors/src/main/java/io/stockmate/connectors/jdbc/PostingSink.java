package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.ledger.Transaction;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

/**
 * Posts transactions into the books: Flink's JDBC sink, at-least-once, on tables where an equal repeat has no effect.
 *
 * <p>While the database is away the job restarts from its checkpoint, with the pauses of its restart strategy, and loses
 * nothing. What the books refuse, such as a transaction with the id of another, ends the job for good, naming it.
 */
public final class PostingSink implements Sink<Transaction> {
    private static final long serialVersionUID = 1;

    private final JdbcSink<Transaction> sink;

    private PostingSink(JdbcSink<Transaction> sink) {
        this.sink = sink;
    }

    /**
     * A sink; the job gives it uid and name.
     *
     * @param group {@link DatabaseSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static PostingSink of(PropertyGroup group) {
        return of(DatabaseSettings.of(group));
    }

    static PostingSink of(DatabaseSettings settings) {
        return new PostingSink(JdbcSink.<Transaction>builder()
                .withQueryStatement(new PostingStatement())
                .withExecutionOptions(JdbcOptions.execution(settings))
                .buildAtLeastOnce(JdbcOptions.connection(settings)));
    }

    @Override
    public SinkWriter<Transaction> createWriter(InitContext context) throws IOException {
        return new RefusableWriter<>(sink.createWriter(context));
    }
}
