package io.stockmate.connectors.billing;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.StatementSink;
import io.stockmate.core.message.UsageRecord;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Puts usage into the outbox, PENDING. The same again, as after a replay of old hours, has no effect whatever became of
 * it since; the same identifier with other content is refused with SQLSTATE UB001.
 */
public final class UsageOutbox implements JdbcQueryStatement<UsageRecord>, Serializable {
    private static final long serialVersionUID = 1;

    /**
     * A sink into the outbox; the job gives it uid and name.
     *
     * @param group {@link io.stockmate.connectors.config.DatabaseSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static Sink<UsageRecord> sink(PropertyGroup group) {
        return StatementSink.of(new UsageOutbox(), group);
    }

    @Override
    public String query() {
        return "insert into billing.usage as held (identifier, symbol, account, meter, hour, value)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (identifier)"
                + " do update set account = excluded.account, value = excluded.value"
                + " where (held.account, held.value) is distinct from (excluded.account, excluded.value)";
    }

    @Override
    public void statement(PreparedStatement statement, UsageRecord usage) throws SQLException {
        statement.setString(1, usage.identifier());
        statement.setString(2, usage.symbol());
        statement.setString(3, usage.account());
        statement.setString(4, usage.meter().name());
        statement.setObject(5, Instant.ofEpochMilli(usage.hour()).atOffset(ZoneOffset.UTC));
        statement.setLong(6, usage.value());
    }
}
