package io.stockmate.connectors.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements of {@link UsageSender}. */
final class OutboxRows {
    /** Of {@code pg_try_advisory_lock}: no other program of ours locks this number. */
    private static final long LOCK = 0x62696c6c696e67L;

    private static final String EVENT = "usage.identifier, usage.meter, customer.stripe_customer_id, usage.value,"
            + " extract(epoch from usage.hour)::bigint";

    private static final String START = "coalesce((select start.hour from billing.start), '-infinity')";

    private final Connection connection;

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    /** Whether nobody else sends; the lock ends with the connection at the latest. */
    boolean lock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    void unlock() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        connection.rollback();
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
        connection.commit();
    }

    /** The first to look says from which hour on is billed. */
    void begin(Instant hour) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into billing.start (hour) values (?) on conflict do nothing")) {
            statement.setObject(1, utc(hour));
            statement.executeUpdate();
        }
    }

    /** Those sent after a time of which no answer is known, the oldest first. */
    List<MeterEvent> unanswered(Instant sentAfter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + EVENT
                + " from billing.usage join billing.customer using (account)"
                + " where state = 'SENT' and refusal is null and sent_at > ? order by sent_at, identifier")) {
            statement.setObject(1, utc(sentAfter));
            return events(statement);
        }
    }

    /** Makes PENDING rows of hours in between, and not before the start, SENT, the oldest first. */
    List<MeterEvent> claim(Instant from, Instant to, Instant now, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("with due as (select identifier,"
                + " stripe_customer_id from billing.usage join billing.customer using (account)"
                + " where state = 'PENDING' and hour >= ? and hour <= ? and hour >= " + START
                + " order by hour, identifier limit ?)"
                + " update billing.usage set state = 'SENT', sent_at = ? from due customer"
                + " where usage.identifier = customer.identifier returning " + EVENT)) {
            statement.setObject(1, utc(from));
            statement.setObject(2, utc(to));
            statement.setInt(3, most);
            statement.setObject(4, utc(now));
            return events(statement);
        }
    }

    void confirm(List<String> identifiers, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update billing.usage"
                + " set state = 'CONFIRMED', confirmed_at = ? where identifier = any (?) and state = 'SENT'")) {
            statement.setObject(1, utc(now));
            statement.setArray(2, connection.createArrayOf("text", identifiers.toArray()));
            statement.executeUpdate();
        }
    }

    void refuse(String identifier, String text) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update billing.usage set refusal = ? where identifier = ?")) {
            statement.setString(1, text);
            statement.setString(2, identifier);
            statement.executeUpdate();
        }
    }

    Backlog backlog(Instant from, Instant sentAfter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select"
                + " count(*) filter (where state = 'CONFIRMED'),"
                + " count(*) filter (where state = 'PENDING' and hour >= ? and hour >= " + START
                + "   and stripe_customer_id is not null"
                + "   or state = 'SENT' and refusal is null and sent_at > ?),"
                + " count(*) filter (where state = 'SENT' and refusal is null and sent_at <= ?),"
                + " count(*) filter (where state = 'PENDING' and hour < ? and hour >= " + START + "),"
                + " count(*) filter (where state = 'PENDING' and hour >= ? and hour >= " + START
                + "   and stripe_customer_id is null),"
                + " count(*) filter (where refusal is not null),"
                + " count(*) filter (where state = 'PENDING' and hour < " + START + ")"
                + " from billing.usage left join billing.customer using (account)")) {
            statement.setObject(1, utc(from));
            statement.setObject(2, utc(sentAfter));
            statement.setObject(3, utc(sentAfter));
            statement.setObject(4, utc(from));
            statement.setObject(5, utc(from));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Backlog(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7));
            }
        }
    }

    private static List<MeterEvent> events(PreparedStatement statement) throws SQLException {
        List<MeterEvent> events = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(new MeterEvent(
                        rows.getString(2).toLowerCase(Locale.ROOT),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getString(1),
                        Instant.ofEpochSecond(rows.getLong(5))));
            }
        }
        return events;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
