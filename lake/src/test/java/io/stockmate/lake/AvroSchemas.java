package io.stockmate.lake;

import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Field;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.apache.avro.SchemaBuilder.FieldBuilder;

/** Makes a table's Avro schema of its columns. */
final class AvroSchemas {
    private AvroSchemas() {}

    static Schema of(Relation table) {
        FieldAssembler<Schema> fields = SchemaBuilder.record(table.tableName())
                .namespace("io.stockmate.lake")
                .doc(Comments.of(table))
                .fields();
        for (Field field : table.columns()) {
            Schema type = typeOf(field);
            FieldBuilder<Schema> next = fields.name(field.name()).doc(Comments.of(table, field.name()));
            fields = field.optional()
                    ? next.type(Schema.createUnion(Schema.create(Schema.Type.NULL), type))
                            .withDefault(null)
                    : next.type(type).noDefault();
        }
        return fields.endRecord();
    }

    private static Schema typeOf(Field field) {
        return switch (field.kind()) {
            case TEXT, CODE -> Schema.create(Schema.Type.STRING);
            case INTEGER, HASH -> Schema.create(Schema.Type.LONG);
            case DECIMAL ->
                LogicalTypes.decimal(ParquetColumns.DECIMAL_PRECISION, Decimal.SCALE)
                        .addToSchema(Schema.create(Schema.Type.BYTES));
            case TIME -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
            case FLAG -> Schema.create(Schema.Type.BOOLEAN);
            case BYTES -> Schema.create(Schema.Type.BYTES);
        };
    }
}
