package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.FieldSink;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query should answer for a row, worked out without Parquet. */
final class RowValues implements FieldSink {
    private final List<@Nullable Object> values = new ArrayList<>();

    /** The row's columns in order, then {@code dt}. */
    static List<@Nullable Object> of(LakeRow row) {
        RowValues sink = new RowValues();
        row.write(sink);
        sink.values.add(utc(row.ts()).toLocalDate());
        return sink.values;
    }

    static LocalDateTime utc(long ts) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(ts), ZoneOffset.UTC);
    }

    static LocalDate day(long ts) {
        return utc(ts).toLocalDate();
    }

    @Override
    public void text(String name, @Nullable String value) {
        values.add(value);
    }

    @Override
    public void integer(String name, long value) {
        values.add(Absent.is(value) ? null : value);
    }

    @Override
    public void decimal(String name, long value) {
        values.add(Absent.is(value) ? null : BigDecimal.valueOf(value, 4));
    }

    @Override
    public void time(String name, long value) {
        values.add(Absent.is(value) ? null : utc(value));
    }

    @Override
    public void flag(String name, boolean value) {
        values.add(value);
    }

    @Override
    public void code(String name, @Nullable Enum<?> value) {
        values.add(value == null ? null : value.name());
    }

    @Override
    public void hash(String name, long value) {
        values.add(value);
    }

    @Override
    public void bytes(String name, byte @Nullable [] value) {
        values.add(value);
    }
}
