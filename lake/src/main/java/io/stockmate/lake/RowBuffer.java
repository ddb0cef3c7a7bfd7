package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table, column by column, as copies: what they were made of may change afterwards. Refuses a field that is
 * not the table's next column and the absence of one that has to be there: Parquet itself would write a file that
 * nobody can read.
 */
final class RowBuffer implements FieldSink {
    private static final int FIRST_ROWS = 64;
    private static final int FIRST_BYTES = 4_096;
    private static final long NO_BYTES = -1;
    private static final int LENGTH_BITS = 32;
    private static final String SYMBOL = "symbol";

    private final Relation table;
    private final Field[] columns;
    /** Per column a number for each row: the value, or where its bytes begin and how many they are. */
    private final long[][] values;

    private final Map<String, Integer> symbols = new HashMap<>();
    private int[] symbolOf = new int[FIRST_ROWS];
    private byte[] bytes = new byte[FIRST_BYTES];
    private int bytesUsed;
    private int rows;
    private int position;

    RowBuffer(Relation table) {
        this.table = table;
        this.columns = table.columns().toArray(Field[]::new);
        this.values = new long[columns.length][FIRST_ROWS];
    }

    int rows() {
        return rows;
    }

    /** What the rows take, in bytes. */
    long size() {
        return (long) rows * columns.length * Long.BYTES + bytesUsed;
    }

    void add(LakeRow row) {
        if (row.table() != table) {
            throw new IllegalStateException(
                    "a row of " + row.table().tableName() + " came to a file of " + table.tableName());
        }
        add((Described) row);
    }

    /** Adds what describes itself as a row of the table does. */
    void add(Described row) {
        makeRoom();
        int bytesBefore = bytesUsed;
        position = 0;
        try {
            row.write(this);
        } catch (RuntimeException refusal) {
            bytesUsed = bytesBefore;
            throw refusal;
        }
        if (position != columns.length) {
            throw new IllegalStateException(
                    table.tableName() + " has " + columns.length + " columns, the row " + position + " fields");
        }
        rows++;
    }

    void clear() {
        rows = 0;
        bytesUsed = 0;
        symbols.clear();
    }

    private void makeRoom() {
        if (rows < symbolOf.length) {
            return;
        }
        symbolOf = Arrays.copyOf(symbolOf, 2 * rows);
        for (int column = 0; column < values.length; column++) {
            values[column] = Arrays.copyOf(values[column], 2 * rows);
        }
    }

    /**
     * The rows' numbers by symbol and then by their place among what happened to it; a table without symbols in the
     * order in which the rows came, as rows of the same place are.
     */
    List<Integer> sorted() {
        List<Integer> order = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            order.add(row);
        }
        if (symbols.isEmpty()) {
            return order;
        }
        int[] rank = ranks();
        long[] place = values[table.place()];
        order.sort((one, other) -> {
            int bySymbol = Integer.compare(rank[symbolOf[one]], rank[symbolOf[other]]);
            return bySymbol == 0 ? Long.compare(place[one], place[other]) : bySymbol;
        });
        return order;
    }

    private int[] ranks() {
        int[] rank = new int[symbols.size()];
        List<String> inOrder = symbols.keySet().stream().sorted().toList();
        for (int i = 0; i < rank.length; i++) {
            rank[symbols.getOrDefault(inOrder.get(i), 0)] = i;
        }
        return rank;
    }

    /** Writes one value of a row. */
    void write(int column, int row, ColumnWriter writer) {
        Field field = columns[column];
        long value = values[column][row];
        int present = field.optional() ? 1 : 0;
        switch (field.kind()) {
            case TEXT, CODE, BYTES -> {
                if (value == NO_BYTES) {
                    writer.writeNull(0, 0);
                } else {
                    int from = (int) (value >>> LENGTH_BITS);
                    writer.write(Binary.fromReusedByteArray(bytes, from, (int) value), 0, present);
                }
            }
            case INTEGER, DECIMAL, TIME -> {
                if (Absent.is(value)) {
                    writer.writeNull(0, 0);
                } else {
                    writer.write(value, 0, present);
                }
            }
            case HASH -> writer.write(value, 0, present);
            case FLAG -> writer.write(value != 0, 0, present);
        }
    }

    @Override
    public void text(String name, @Nullable String value) {
        if (name.equals(SYMBOL) && value != null) {
            Integer known = symbols.putIfAbsent(value, symbols.size());
            symbolOf[rows] = known == null ? symbols.size() - 1 : known;
        }
        // A text from outside may hold half a surrogate pair, which becomes a question mark.
        bytes(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void integer(String name, long value) {
        put(name, value, !Absent.is(value));
    }

    @Override
    public void decimal(String name, long value) {
        integer(name, value);
    }

    @Override
    public void time(String name, long value) {
        integer(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        put(name, value ? 1 : 0, true);
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name());
    }

    @Override
    public void hash(String name, long value) {
        put(name, value, true);
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        if (value == null) {
            put(name, NO_BYTES, false);
            return;
        }
        put(name, (long) bytesUsed << LENGTH_BITS | value.length, true);
        if (bytes.length - bytesUsed < value.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, bytesUsed + value.length));
        }
        System.arraycopy(value, 0, bytes, bytesUsed, value.length);
        bytesUsed += value.length;
    }

    private void put(String name, long value, boolean present) {
        if (position == columns.length || !columns[position].name().equals(name)) {
            throw new IllegalStateException("column " + position + " of " + table.tableName() + " is not " + name
                    + "; columns: " + table.columns().stream().map(Field::name).toList());
        }
        if (!present && !columns[position].optional()) {
            throw new IllegalStateException(table.tableName() + "." + name + " is absent and may not be");
        }
        values[position++][rows] = value;
    }
}
