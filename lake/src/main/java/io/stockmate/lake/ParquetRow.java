package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSink;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of rows of one table straight into Parquet's columns. Refuses a field that is not the table's next
 * column and the absence of one that has to be there: Parquet itself would write a file that cannot be read.
 */
final class ParquetRow implements FieldSink {
    private final LakeTable table;
    private final Field[] columns;
    private final RecordConsumer consumer;
    private int position;

    ParquetRow(LakeTable table, RecordConsumer consumer) {
        this.table = table;
        this.columns = table.columns().toArray(Field[]::new);
        this.consumer = consumer;
    }

    void write(LakeRow row) {
        if (row.table() != table) {
            throw new IllegalStateException(
                    "a row of " + row.table().tableName() + " came to a file of " + table.tableName());
        }
        position = 0;
        consumer.startMessage();
        row.write(this);
        if (position != columns.length) {
            throw new IllegalStateException(
                    table.tableName() + " has " + columns.length + " columns, the row " + position + " fields");
        }
        consumer.endMessage();
    }

    @Override
    public void text(String name, @Nullable String value) {
        if (begins(name, value != null) && value != null) {
            // Binary.fromString fails on half a surrogate pair, which a text from outside may hold.
            consumer.addBinary(Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8)));
            ends(name);
        }
    }

    @Override
    public void integer(String name, long value) {
        if (begins(name, !Absent.is(value))) {
            consumer.addLong(value);
            ends(name);
        }
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
        begins(name, true);
        consumer.addBoolean(value);
        ends(name);
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        text(name, value == null ? null : value.name());
    }

    @Override
    public void hash(String name, long value) {
        begins(name, true);
        consumer.addLong(value);
        ends(name);
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        if (begins(name, value != null) && value != null) {
            consumer.addBinary(Binary.fromConstantByteArray(value));
            ends(name);
        }
    }

    private boolean begins(String name, boolean present) {
        if (position == columns.length || !columns[position].name().equals(name)) {
            throw new IllegalStateException("column " + position + " of " + table.tableName() + " is not " + name
                    + "; columns: " + table.columns().stream().map(Field::name).toList());
        }
        if (present) {
            consumer.startField(name, position);
            return true;
        }
        if (!columns[position].optional()) {
            throw new IllegalStateException(table.tableName() + "." + name + " is absent and may not be");
        }
        position++;
        return false;
    }

    private void ends(String name) {
        consumer.endField(name, position++);
    }
}
