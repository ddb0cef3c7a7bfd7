package io.stockmate.lake;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Field;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** How the columns of a relation lie in Parquet: decimals and times on 64-bit integers, never INT96. */
final class ParquetColumns {
    /** Digits of a decimal; with {@link Decimal#SCALE} of them after the point, every amount fits. */
    static final int DECIMAL_PRECISION = 18;

    private ParquetColumns() {}

    static MessageType of(Relation table) {
        List<Type> columns = table.columns().stream().map(ParquetColumns::of).toList();
        return new MessageType(table.tableName(), columns);
    }

    private static Type of(Field field) {
        Repetition repetition = field.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        return switch (field.kind()) {
            case TEXT, CODE -> column(BINARY, repetition).as(stringType()).named(field.name());
            case INTEGER, HASH -> column(INT64, repetition).named(field.name());
            case DECIMAL ->
                column(INT64, repetition)
                        .as(decimalType(Decimal.SCALE, DECIMAL_PRECISION))
                        .named(field.name());
            case TIME ->
                column(INT64, repetition)
                        .as(timestampType(true, TimeUnit.MILLIS))
                        .named(field.name());
            case FLAG -> column(BOOLEAN, repetition).named(field.name());
            case BYTES -> column(BINARY, repetition).named(field.name());
        };
    }

    private static Types.PrimitiveBuilder<PrimitiveType> column(
            PrimitiveType.PrimitiveTypeName type, Repetition repetition) {
        return Types.primitive(type, repetition);
    }
}
