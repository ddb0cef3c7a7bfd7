package io.stockmate.connectors.projection;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.StatementSink;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSource;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table made of messages, by one statement per message. Statements of one key must not share a {@code VALUES} list,
 * so the driver's {@code reWriteBatchedInserts} stays off.
 *
 * @param <M> the message
 */
public final class Projection<M> implements JdbcQueryStatement<M>, Serializable {
    private static final long serialVersionUID = 1;

    private final String table;
    private final String sql;
    private final List<String> columns;
    private final SerializableFunction<M, @Nullable Described> row;

    private Projection(
            String table, Columns columns, SerializableFunction<M, @Nullable Described> row, String onConflict) {
        this.table = table;
        this.columns = List.copyOf(columns.names());
        this.row = row;
        this.sql = "insert into view." + table + " as held (" + String.join(", ", this.columns) + ") values ("
                + String.join(", ", this.columns.stream().map(column -> "?").toList()) + ") " + onConflict;
    }

    /** A table of which the row with the highest {@code seq} holds. */
    static <M> Projection<M> latest(
            String table,
            List<String> key,
            Consumer<FieldSource> read,
            SerializableFunction<M, @Nullable Described> row) {
        Columns columns = Columns.of(read);
        List<String> changing = columns.names().stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .toList();
        String onConflict = "on conflict (" + String.join(", ", key) + ") do update set " + String.join(", ", changing)
                + " where excluded.seq > held.seq";
        return new Projection<>(table, columns, row, onConflict);
    }

    /** A table whose rows are put together from several messages: each of {@code parts} comes from whichever has it. */
    static <M> Projection<M> merged(
            String table,
            List<String> key,
            List<String> parts,
            Consumer<FieldSource> read,
            SerializableFunction<M, @Nullable Described> row) {
        List<String> filled = parts.stream()
                .map(part -> part + " = coalesce(held." + part + ", excluded." + part + ")")
                .toList();
        List<String> missing = parts.stream()
                .map(part -> "(held." + part + " is null and excluded." + part + " is not null)")
                .toList();
        String onConflict = "on conflict (" + String.join(", ", key) + ") do update set " + String.join(", ", filled)
                + " where " + String.join(" or ", missing);
        return new Projection<>(table, Columns.of(read), row, onConflict);
    }

    /** The table's name, within the schema {@code view}. */
    public String table() {
        return table;
    }

    /** In the order of the row's fields. */
    public List<String> columns() {
        return columns;
    }

    /**
     * A sink into the table; the job gives it uid and name, only messages that {@link #takes} says yes to, and those of
     * a symbol to one subtask.
     *
     * @param group {@link io.stockmate.connectors.config.DatabaseSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public Sink<M> sink(PropertyGroup group) {
        return StatementSink.of(this, group);
    }

    /** Whether a message makes a row here. */
    public boolean takes(M message) {
        return row.apply(message) != null;
    }

    @Override
    public String query() {
        return sql;
    }

    /**
     * Sets the parameters of {@link #query}.
     *
     * @throws IllegalArgumentException of a message that makes no row
     */
    @Override
    public void statement(PreparedStatement statement, M message) throws SQLException {
        Described made = row.apply(message);
        if (made == null) {
            throw new IllegalArgumentException("no row of view." + table + " comes of " + message);
        }
        BoundRow bound = new BoundRow(statement);
        made.write(bound);
        bound.requireAccepted();
    }
}
