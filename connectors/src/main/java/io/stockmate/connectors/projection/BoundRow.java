package io.stockmate.connectors.projection;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.FieldSink;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Sets the fields of a row as the parameters of a statement, in their order. */
final class BoundRow implements FieldSink {
    private final PreparedStatement statement;
    private int position;
    private @Nullable SQLException refused;

    BoundRow(PreparedStatement statement) {
        this.statement = statement;
    }

    /** What the driver refused, if anything: a sink of fields may not throw it. */
    void requireAccepted() throws SQLException {
        if (refused != null) {
            throw refused;
        }
    }

    /** PostgreSQL has no U+0000 in a text; logs of markets that took it do. U+FFFD stands for it. */
    @Override
    public void text(String name, @Nullable String value) {
        String text = value == null ? null : value.replace('\0', '\ufffd');
        set(at -> statement.setString(at, text));
    }

    @Override
    public void integer(String name, long value) {
        if (Absent.is(value)) {
            set(at -> statement.setNull(at, Types.BIGINT));
        } else {
            set(at -> statement.setLong(at, value));
        }
    }

    @Override
    public void decimal(String name, long value) {
        set(at -> statement.setBigDecimal(at, Absent.is(value) ? null : BigDecimal.valueOf(value, Decimal.SCALE)));
    }

    @Override
    public void time(String name, long value) {
        if (Absent.is(value)) {
            set(at -> statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE));
        } else {
            set(at -> statement.setObject(at, Instant.ofEpochMilli(value).atOffset(ZoneOffset.UTC)));
        }
    }

    @Override
    public void flag(String name, boolean value) {
        set(at -> statement.setBoolean(at, value));
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name());
    }

    @Override
    public void hash(String name, long value) {
        set(at -> statement.setLong(at, value));
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        set(at -> statement.setBytes(at, value));
    }

    private void set(Setting setting) {
        position++;
        if (refused == null) {
            try {
                setting.at(position);
            } catch (SQLException problem) {
                refused = problem;
            }
        }
    }

    private interface Setting {
        void at(int position) throws SQLException;
    }
}
