package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of a lake in which files of Parquet are written again with other rows. */
public final class DamagedLake {
    /** A row by its key: seq of an event, commandSeq of a log entry. */
    public record Key(String symbol, long seq) {}

    private final Path root;

    private DamagedLake(Path root) {
        this.root = root;
    }

    public static DamagedLake copyOf(Path lake, Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(lake)) {
            for (Path path : tree.toList()) {
                Files.copy(path, root.resolve(lake.relativize(path).toString()));
            }
        }
        return new DamagedLake(root);
    }

    public Path root() {
        return root;
    }

    /** The n-th row and the one after it in the table's largest file, of one symbol and with a seq. */
    public List<Key> rows(String table, String key, int n) throws Exception {
        return rows(table, key, n, key);
    }

    /** The same among the rows in which {@code column} has a value. */
    public List<Key> rows(String table, String key, int n, String column) throws Exception {
        String from =
                " FROM read_parquet('" + largest(table) + "') WHERE " + key + " > 0 AND " + column + " IS NOT NULL";
        return ask(
                "SELECT symbol, " + key + from + " AND symbol = (SELECT mode(symbol)" + from
                        + ") ORDER BY 1, 2 LIMIT 2 OFFSET " + n,
                row -> new Key(row.getString(1), row.getLong(2)));
    }

    /** The n-th value of an SQL expression over all rows of the table, as SQL writes it. */
    public String literal(String table, String expression, int n) throws Exception {
        String all = files(table).stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
        String sql = "SELECT " + expression + " FROM read_parquet(" + all
                + ", hive_partitioning = false) ORDER BY 1 LIMIT 1 OFFSET " + n;
        return "'" + ask(sql, row -> row.getString(1)).get(0).replace("'", "''") + "'";
    }

    /** Writes each file of the table again as {@code sql} over its {@code rows} says. */
    public void rewrite(String table, String sql) throws Exception {
        for (Path file : files(table)) {
            Path draft = file.resolveSibling(".draft");
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE VIEW rows AS SELECT * FROM read_parquet('" + file + "', hive_partitioning = false)");
                statement.execute("COPY (" + sql + ") TO '" + draft + "' (FORMAT parquet)");
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private interface Read<T> {
        T row(ResultSet rows) throws SQLException;
    }

    private static <T> List<T> ask(String sql, Read<T> read) throws Exception {
        List<T> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(read.row(rows));
            }
        }
        return found;
    }

    private Path largest(String table) throws IOException {
        return files(table).get(0);
    }

    /** The largest first. */
    private List<Path> files(String table) throws IOException {
        try (Stream<Path> tree = Files.walk(root.resolve(table))) {
            List<Path> files = tree.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted((one, other) -> Long.compare(size(other), size(one)))
                    .toList();
            assertThat(files).as(table).isNotEmpty();
            return files;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
