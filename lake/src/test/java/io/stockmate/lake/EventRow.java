package io.stockmate.lake;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row by the names of its columns, worked out without Parquet and SQL. */
record EventRow(LakeTable table, Event event, Map<String, @Nullable Object> values) {
    static EventRow of(Event event) {
        LakeRow row = new LakeRow.OfEvent(event);
        return new EventRow(row.table(), event, values(row));
    }

    /** Of a row of any table. */
    static Map<String, @Nullable Object> values(LakeRow row) {
        List<@Nullable Object> values = RowValues.of(row);
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        List<Field> columns = row.table().columns();
        for (int column = 0; column < columns.size(); column++) {
            byName.put(columns.get(column).name(), values.get(column));
        }
        byName.put("dt", values.get(columns.size()));
        return byName;
    }

    EventRow with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(column, value);
        return new EventRow(table, event, more);
    }

    String symbol() {
        return event.symbol();
    }

    long seq() {
        return event.seq();
    }

    long ts() {
        return event.header().ts();
    }

    <T extends EventBody> T body(Class<T> type) {
        return type.cast(event.body());
    }

    /** Of the columns that are named, the absent ones as null. */
    String line(String columns) {
        return Question.line(Stream.of(columns.split(", ")).map(values::get).toArray());
    }
}
