package io.stockmate.lake;

import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that makes a relation's files a view with its columns and their types, {@code dt} last. */
final class TableView {
    private TableView() {}

    /** A view that can be described; reading it fails. It costs nothing to make, however many files there are. */
    static String described(Relation relation) {
        return create(relation)
                + select(relation, column -> "NULL")
                + " FROM (SELECT 1) WHERE error('the files of " + relation.tableName()
                + " are not attached; write its name out in the query') IS NULL";
    }

    /** A view of {@code files}. What a file of an older schema lacks is NULL. */
    static String over(Relation relation, List<Path> files) {
        return create(relation) + select(relation, Function.identity()) + " FROM " + rows(relation, files);
    }

    /** The same with the columns {@code "$path"} and {@code "$file_size"}, which Athena knows of every table. */
    static String withFiles(Relation relation, List<Path> files) {
        String sizes = files.stream()
                .map(file -> ", (" + LogSelection.text(file.toString()) + ", " + size(file) + ")")
                .collect(Collectors.joining("", "(VALUES (NULL, NULL)", ") AS files(path, size)"));
        return create(relation) + select(relation, Function.identity())
                + ", \"$path\", CAST(files.size AS BIGINT) AS \"$file_size\" FROM " + rows(relation, files)
                + " AS rows LEFT JOIN " + sizes + " ON files.path = rows.\"$path\"";
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot tell the size of " + file, failure);
        }
    }

    private static String rows(Relation relation, List<Path> files) {
        String empty =
                "SELECT " + select(relation, column -> "NULL") + ", CAST(NULL AS VARCHAR) AS \"$path\" WHERE false";
        return files.isEmpty()
                ? "(" + empty + ")"
                : "(" + empty + " UNION ALL BY NAME SELECT * FROM " + read(files) + ")";
    }

    private static String create(Relation relation) {
        return "CREATE OR REPLACE VIEW " + relation.tableName() + " AS SELECT ";
    }

    private static String read(List<Path> files) {
        return "read_parquet(" + list(files)
                + ", union_by_name = true, hive_partitioning = true, hive_types = {'dt': DATE},"
                + " filename = '$path')";
    }

    /** The names of a relation's columns in SQL, without {@code dt}. */
    static String columns(Relation relation) {
        return relation.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
    }

    /** The files' names as a list in SQL. */
    static String list(List<Path> files) {
        return files.stream()
                .map(file -> LogSelection.text(file.toString()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String select(Relation relation, Function<String, String> value) {
        Stream<String> columns = relation.columns().stream().map(field -> cast(value, field.name(), type(field)));
        return Stream.concat(columns, Stream.of(cast(value, "dt", "DATE"))).collect(Collectors.joining(", "));
    }

    private static String cast(Function<String, String> value, String column, String type) {
        String name = '"' + column + '"';
        return "CAST(" + value.apply(name) + " AS " + type + ") AS " + name;
    }

    /** As Athena has it: a timestamp carries no zone and means UTC. */
    static String type(Field field) {
        return switch (field.kind()) {
            case TEXT, CODE -> "VARCHAR";
            case INTEGER, HASH -> "BIGINT";
            case DECIMAL -> "DECIMAL(" + ParquetColumns.DECIMAL_PRECISION + "," + Decimal.SCALE + ")";
            case TIME -> "TIMESTAMP";
            case FLAG -> "BOOLEAN";
            case BYTES -> "BLOB";
        };
    }
}
