package io.stockmate.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * A database engine in this process, empty at first. Takes at most 1 GB and two threads, spills to a directory of its
 * own, and loads nothing over the network.
 */
final class DuckDb implements AutoCloseable {
    private static final String LOST_COMPLAINT = "Invalid Input Error: Invalid result set";

    private final Connection connection;
    private final Path spill;

    private DuckDb(Connection connection, Path spill) {
        this.connection = connection;
        this.spill = spill;
    }

    static DuckDb start() {
        try {
            Path spill = Files.createTempDirectory("stockmate-query-");
            DuckDb engine = new DuckDb(new DuckDBDriver().connect("jdbc:duckdb:", settings(spill)), spill);
            engine.run("SET TimeZone = 'UTC'");
            return engine;
        } catch (IOException failure) {
            throw new UncheckedIOException("no directory for temporary files", failure);
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private static Properties settings(Path spill) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("threads", "2");
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return settings;
    }

    /** Runs a statement for what it does. */
    void run(String sql) {
        ask(sql).close();
    }

    Answer ask(String sql) {
        return ask(sql, List.of());
    }

    /** Asks with values for the question marks, in order. */
    Answer ask(String sql, List<Object> values) {
        try {
            return execute(sql, values);
        } catch (SQLException failure) {
            throw refused(LOST_COMPLAINT.equals(failure.getMessage()) ? complaint(sql, values, failure) : failure);
        }
    }

    private Answer execute(String sql, List<Object> values) throws SQLException {
        if (values.isEmpty()) {
            return answered(connection.createStatement(), statement -> statement.execute(sql));
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        return answered(prepared, statement -> {
            for (int place = 0; place < values.size(); place++) {
                prepared.setObject(place + 1, values.get(place));
            }
            return prepared.execute();
        });
    }

    private static <S extends Statement> Answer answered(S statement, Execution<S> execution) throws SQLException {
        try {
            boolean answers = execution.run(statement);
            return new Answer(statement, answers ? statement.getResultSet() : null);
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    private interface Execution<S> {
        boolean run(S statement) throws SQLException;
    }

    /** When the first rows of a streamed answer fail, the driver loses the reason; running it for its plan tells. */
    private SQLException complaint(String sql, List<Object> values, SQLException failure) {
        try (Answer plan = execute("EXPLAIN ANALYZE " + sql, values)) {
            return failure;
        } catch (SQLException complaint) {
            return complaint;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            removeSpill();
        } catch (SQLException failure) {
            throw refused(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + spill, failure);
        }
    }

    private void removeSpill() throws IOException {
        if (!Files.exists(spill)) {
            return;
        }
        try (Stream<Path> left = Files.list(spill)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(spill);
    }

    /** The engine's complaint on one line, without the line of carets below the SQL. */
    static QueryRefused refused(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String line = message.lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.chars().allMatch(c -> c == '^'))
                .collect(Collectors.joining("; "));
        return new QueryRefused(line, failure);
    }
}
