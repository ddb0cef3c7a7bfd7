package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.FieldSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads a message from the present row of an answer to {@code SELECT *} over one table: what a row's write wrote. */
final class RowSource implements FieldSource {
    private final Field[] columns;
    private final Answer answer;
    private int position;

    RowSource(LakeTable table, Answer answer) {
        this.columns = table.columns().toArray(Field[]::new);
        this.answer = answer;
    }

    /** Begins with the first column of the answer's present row. */
    void begin() {
        position = 0;
    }

    private @Nullable Object value(String name) {
        if (position == columns.length || !columns[position].name().equals(name)) {
            throw new IllegalStateException("column " + position + " is not " + name);
        }
        return answer.value(position++);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new FieldRefused(name, "absent");
        }
        return value;
    }

    private static long required(String name, long value) {
        if (Absent.is(value)) {
            throw new FieldRefused(name, "absent");
        }
        return value;
    }

    @Override
    public String text(String name) {
        return required(name, optionalText(name));
    }

    @Override
    public @Nullable String optionalText(String name) {
        return (String) value(name);
    }

    @Override
    public long integer(String name) {
        return required(name, optionalInteger(name));
    }

    @Override
    public long optionalInteger(String name) {
        Long value = (Long) value(name);
        return value == null ? Absent.NUMBER : value;
    }

    @Override
    public long decimal(String name) {
        return required(name, optionalDecimal(name));
    }

    @Override
    public long optionalDecimal(String name) {
        BigDecimal value = (BigDecimal) value(name);
        return value == null
                ? Absent.NUMBER
                : value.setScale(Decimal.SCALE, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact();
    }

    @Override
    public long time(String name) {
        return required(name, optionalTime(name));
    }

    @Override
    public long optionalTime(String name) {
        LocalDateTime value = (LocalDateTime) value(name);
        return value == null ? Absent.NUMBER : value.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    @Override
    public boolean flag(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    @Override
    public <E extends Enum<E>> E code(String name, Class<E> type) {
        return required(name, optionalCode(name, type));
    }

    @Override
    public <E extends Enum<E>> @Nullable E optionalCode(String name, Class<E> type) {
        String code = optionalText(name);
        if (code == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return constant;
            }
        }
        throw new FieldRefused(name, code + " is no " + type.getSimpleName());
    }

    @Override
    public long hash(String name) {
        return required(name, (Long) value(name));
    }

    @Override
    public byte[] bytes(String name) {
        return required(name, (byte[]) value(name));
    }
}
