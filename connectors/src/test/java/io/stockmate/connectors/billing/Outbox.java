package io.stockmate.connectors.billing;

import io.stockmate.connectors.jdbc.TestDatabase;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/** An outbox as the accounting job fills it and the sender empties it. */
final class Outbox {
    private static final long SECONDS_MAX = 20;

    private final TestDatabase database;

    Outbox() throws SQLException {
        database = TestDatabase.create();
        try (Connection owner = database.as(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = 'billing') then"
                    + " create user billing in role stockmate_biller; end if; end $$");
            statement.execute("insert into billing.customer values ('ANN', 'cus_1'), ('BOB', 'cus_2')");
        }
    }

    static UsageRecord usage(String account, Instant hour, long value) {
        return new UsageRecord(
                "AMZN",
                7,
                hour.toEpochMilli() + 3_600_000,
                "ORDERS/" + account + "/AMZN/" + hour,
                account,
                UsageMeter.ORDERS,
                hour.toEpochMilli(),
                value);
    }

    void put(List<UsageRecord> records) throws SQLException {
        UsageOutbox outbox = new UsageOutbox();
        try (Connection writer = database.as(TestDatabase.WRITER);
                PreparedStatement statement = writer.prepareStatement(outbox.query())) {
            for (UsageRecord usage : records) {
                outbox.statement(statement, usage);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    Connection biller() throws SQLException {
        return database.as("billing");
    }

    /** Waits until the server has noticed that the senders before are gone, and with them their locks. */
    void awaitNoSender() throws SQLException, InterruptedException {
        try (Connection owner = database.as(TestDatabase.OWNER);
                PreparedStatement senders = owner.prepareStatement("select count(*) from pg_stat_activity"
                        + " where usename = 'billing' and datname = current_database()")) {
            for (long left = SECONDS_MAX * 100; left > 0; left--) {
                try (ResultSet row = senders.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(10);
            }
            throw new AssertionError("a connection that was closed is still there after " + SECONDS_MAX + " s");
        }
    }

    void execute(String user, String sql) throws SQLException {
        try (Connection connection = database.as(user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empty, and sent from for long; as a superuser can who switches the triggers off. */
    void clear() throws SQLException {
        beginAnew();
        execute("postgres", "insert into billing.start (hour) values ('-infinity')");
    }

    /** Empty, and never sent from. */
    void beginAnew() throws SQLException {
        execute("postgres", "set session_replication_role = replica; truncate billing.usage; truncate billing.start");
    }

    List<String> rows() throws SQLException {
        return database.rows("select account, value, state from billing.usage order by identifier");
    }
}
