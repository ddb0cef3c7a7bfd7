package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The present row of an answer to a question for a relation's columns, in their order: to be written as it was read. */
final class AnsweredRow implements Described {
    private final List<Field> columns;
    private final Answer answer;

    AnsweredRow(Relation table, Answer answer) {
        this.columns = table.columns();
        this.answer = answer;
    }

    @Override
    public void write(FieldSink sink) {
        for (int column = 0; column < columns.size(); column++) {
            write(columns.get(column), answer.value(column), sink);
        }
    }

    private static void write(Field field, @Nullable Object value, FieldSink sink) {
        String name = field.name();
        switch (field.kind()) {
            // The text of a code is written as it is, also one that this version does not know.
            case TEXT, CODE -> sink.text(name, (String) value);
            case INTEGER -> sink.integer(name, number(value));
            case DECIMAL -> sink.decimal(name, decimal(value));
            case TIME -> sink.time(name, time(value));
            case FLAG -> sink.flag(name, (Boolean) required(name, value));
            case HASH -> sink.hash(name, (Long) required(name, value));
            case BYTES -> sink.bytes(name, (byte[]) value);
        }
    }

    private static Object required(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException(name + " is absent and may not be");
        }
        return value;
    }

    private static long number(@Nullable Object value) {
        return value == null ? Absent.NUMBER : (Long) value;
    }

    private static long decimal(@Nullable Object value) {
        return value == null
                ? Absent.NUMBER
                : ((BigDecimal) value)
                        .setScale(Decimal.SCALE, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact();
    }

    private static long time(@Nullable Object value) {
        return value == null
                ? Absent.NUMBER
                : ((LocalDateTime) value).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
