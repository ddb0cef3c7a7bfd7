package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Carries out a statement per element: Flink's JDBC sink, at-least-once, so a statement's repeat must have no effect.
 * Restarts and ends of the job are those of {@link PostingSink}.
 */
public final class StatementSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1;

    private final JdbcSink<T> sink;

    private StatementSink(JdbcSink<T> sink) {
        this.sink = sink;
    }

    /**
     * A sink; the job gives it uid and name.
     *
     * @param group {@link DatabaseSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static <T> StatementSink<T> of(JdbcQueryStatement<T> statement, PropertyGroup group) {
        DatabaseSettings settings = DatabaseSettings.of(group);
        return new StatementSink<>(JdbcSink.<T>builder()
                .withQueryStatement(statement)
                .withExecutionOptions(JdbcOptions.execution(settings))
                .buildAtLeastOnce(JdbcOptions.connection(settings)));
    }

    @Override
    public SinkWriter<T> createWriter(InitContext context) throws IOException {
        return new RefusableWriter<>(sink.createWriter(context));
    }
}
