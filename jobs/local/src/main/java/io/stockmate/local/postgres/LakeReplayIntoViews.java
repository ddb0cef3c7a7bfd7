package io.stockmate.local.postgres;

import io.stockmate.connectors.billing.UsageOutbox;
import io.stockmate.connectors.projection.Projection;
import io.stockmate.connectors.projection.Projections;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Makes the read models and the outbox of usage once more from a lake: by the statements of the accounting job, for
 * which neither order nor repeats matter. What is there already stays, or gives way to what is newer.
 */
public final class LakeReplayIntoViews {
    private static final List<EventType> EVENTS =
            List.of(EventType.EXECUTION_REPORT, EventType.STOCK_LEVEL, EventType.TOP_OF_BOOK, EventType.ACCEPTED);

    private LakeReplayIntoViews() {}

    /** @param writer of a user with the writer's role; its auto-commit is on */
    public static void run(Path lake, Connection writer) throws SQLException {
        try (LakeReader reader = LakeReader.open(lake, row -> {
            throw new IllegalStateException("a row of the lake cannot be read: " + row);
        })) {
            Map<Projection<Event>, Rows<Event>> tables = new LinkedHashMap<>();
            for (Projection<Event> projection : Projections.ofEvents()) {
                tables.put(projection, new Rows<>(projection, writer));
            }
            for (EventType type : EVENTS) {
                reader.events(
                        type,
                        event -> tables.forEach((projection, rows) -> {
                            if (projection.takes(event)) {
                                rows.take(event);
                            }
                        }));
            }
            for (Rows<Event> rows : tables.values()) {
                rows.finish();
            }
            Rows<Alert> issues = new Rows<>(Projections.issueSummary(), writer);
            reader.alerts(issues::take);
            issues.finish();
            Rows<UsageRecord> outbox = new Rows<>(new UsageOutbox(), writer);
            reader.usage(outbox::take);
            outbox.finish();
        }
    }

    /** Carries out a statement for each message, many in a request. */
    private static final class Rows<M> {
        private static final int ROWS_PER_REQUEST = 1_000;

        private final JdbcQueryStatement<M> row;
        private final PreparedStatement statement;
        private int waiting;

        Rows(JdbcQueryStatement<M> row, Connection writer) throws SQLException {
            this.row = row;
            this.statement = writer.prepareStatement(row.query());
        }

        void take(M message) {
            try {
                row.statement(statement, message);
                statement.addBatch();
                if (++waiting == ROWS_PER_REQUEST) {
                    statement.executeBatch();
                    waiting = 0;
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        void finish() throws SQLException {
            statement.executeBatch();
            statement.close();
        }
    }
}
