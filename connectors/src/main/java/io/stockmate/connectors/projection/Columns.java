package io.stockmate.connectors.projection;

import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.Shape;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The columns of a row, in the order of its fields and named after them: {@code clOrdId} is {@code cl_ord_id}. */
record Columns(List<Field> fields) {
    static Columns of(Consumer<FieldSource> read) {
        return new Columns(Shape.of(read));
    }

    List<String> names() {
        return fields.stream().map(field -> name(field.name())).toList();
    }

    static String name(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Postgres's name of a field's type, as its catalogue spells it. */
    static String type(Field field) {
        return switch (field.kind()) {
            case TEXT, CODE -> "text";
            case INTEGER, HASH -> "bigint";
            case DECIMAL -> "numeric";
            case TIME -> "timestamp with time zone";
            case FLAG -> "boolean";
            case BYTES -> "bytea";
        };
    }
}
