package io.stockmate.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table as Glue's TableInput (<a
 * href="https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html">API reference</a>), with partition
 * projection as Athena reads it (<a
 * href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html">properties</a>). Of merged
 * tables the files are found by lists.
 */
final class GlueTables {
    static final String DAY = "dt";

    /** Stands for the lake's address, which is known only where it is deployed. */
    static final String LAKE = "${lake}";

    private static final String FIRST_DAY = "2026-01-01";
    private static final String PARQUET = "org.apache.hadoop.hive.ql.io.parquet.";
    private static final String LIST = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat";
    private static final String NO_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GlueTables() {}

    static String json(Relation table) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try {
            return JSON.writer(printer).writeValueAsString(of(table)) + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Map<String, Object> of(Relation table) {
        String place =
                LAKE + "/" + (table.storedWith().isMerged() ? LakeLists.FOLDER + "/" : "") + table.tableName() + "/";
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("Name", table.tableName());
        input.put("Description", Comments.of(table));
        input.put("TableType", "EXTERNAL_TABLE");
        input.put("Parameters", parameters(place));
        input.put("PartitionKeys", List.of(column(DAY, "date", Comments.of(table, DAY))));
        input.put("StorageDescriptor", storage(table, place));
        return input;
    }

    private static Map<String, Object> parameters(String place) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("EXTERNAL", "TRUE");
        parameters.put("classification", "parquet");
        parameters.put("parquet.compression", "ZSTD");
        parameters.put("projection.enabled", "true");
        parameters.put("projection." + DAY + ".type", "date");
        parameters.put("projection." + DAY + ".format", "yyyy-MM-dd");
        parameters.put("projection." + DAY + ".range", FIRST_DAY + ",NOW+1DAYS");
        parameters.put("projection." + DAY + ".interval", "1");
        parameters.put("projection." + DAY + ".interval.unit", "DAYS");
        parameters.put("storage.location.template", place + DAY + "=${" + DAY + "}/");
        return parameters;
    }

    private static Map<String, Object> storage(Relation table, String place) {
        Map<String, Object> storage = new LinkedHashMap<>();
        storage.put(
                "Columns",
                table.columns().stream()
                        .map(field -> column(
                                field.name().toLowerCase(Locale.ROOT), type(field), Comments.of(table, field.name())))
                        .toList());
        storage.put("Location", place);
        storage.put("InputFormat", table.storedWith().isMerged() ? LIST : PARQUET + "MapredParquetInputFormat");
        storage.put("OutputFormat", table.storedWith().isMerged() ? NO_OUTPUT : PARQUET + "MapredParquetOutputFormat");
        storage.put("Compressed", false);
        Map<String, Object> serde = new LinkedHashMap<>();
        serde.put("SerializationLibrary", PARQUET + "serde.ParquetHiveSerDe");
        serde.put("Parameters", Map.of("serialization.format", "1"));
        storage.put("SerdeInfo", serde);
        storage.put("StoredAsSubDirectories", false);
        return storage;
    }

    private static Map<String, Object> column(String name, String type, String comment) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("Name", name);
        column.put("Type", type);
        column.put("Comment", comment);
        return column;
    }

    private static String type(Field field) {
        return switch (field.kind()) {
            case TEXT, CODE -> "string";
            case INTEGER, HASH -> "bigint";
            case DECIMAL -> "decimal(" + ParquetColumns.DECIMAL_PRECISION + "," + Decimal.SCALE + ")";
            case TIME -> "timestamp";
            case FLAG -> "boolean";
            case BYTES -> "binary";
        };
    }
}
