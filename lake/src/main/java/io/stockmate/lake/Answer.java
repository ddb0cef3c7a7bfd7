package io.stockmate.lake;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query, row by row: call {@link #next} before each. It streams, so an answer may be larger than the
 * memory. Close it before the next question.
 */
public final class Answer implements AutoCloseable {
    /** A column's name and its type as SQL calls it, {@code DECIMAL(18,4)} for one. */
    public record Column(String name, String type) {}

    private final Statement statement;
    private final @Nullable ResultSet rows;
    private final List<Column> columns;

    Answer(Statement statement, @Nullable ResultSet rows) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.columns = rows == null ? List.of() : columnsOf(rows.getMetaData());
    }

    /** None for a statement that answers nothing. */
    public List<Column> columns() {
        return columns;
    }

    /** Goes to the next row. False after the last. */
    public boolean next() {
        try {
            return rows != null && rows.next();
        } catch (SQLException failure) {
            throw DuckDb.refused(failure);
        }
    }

    /**
     * The value in the present row, columns counted from 0: a String, Boolean, Long, BigDecimal, Double, LocalDate,
     * LocalDateTime (UTC), {@code byte[]}, or whatever else the query made. Null where SQL has NULL.
     */
    public @Nullable Object value(int column) {
        if (rows == null) {
            throw new IllegalStateException("there is no row");
        }
        try {
            return switch (columns.get(column).type()) {
                case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                    rows.getObject(column + 1, LocalDateTime.class);
                case "BLOB" -> rows.getBytes(column + 1);
                default -> rows.getObject(column + 1);
            };
        } catch (SQLException failure) {
            throw DuckDb.refused(failure);
        }
    }

    /** The value in the present row as people read it. Null where SQL has NULL. */
    public @Nullable String text(int column) {
        Object value = value(column);
        return value == null ? null : ValueText.of(value);
    }

    /** The rows that are left, all in memory. */
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> all = new ArrayList<>();
        while (next()) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int column = 0; column < columns.size(); column++) {
                row.add(value(column));
            }
            all.add(row);
        }
        return all;
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException failure) {
            throw DuckDb.refused(failure);
        }
    }

    private static List<Column> columnsOf(ResultSetMetaData description) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            columns.add(new Column(description.getColumnLabel(i), description.getColumnTypeName(i)));
        }
        return List.copyOf(columns);
    }
}
