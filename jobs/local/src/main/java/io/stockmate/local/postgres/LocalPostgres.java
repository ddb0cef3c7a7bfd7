package io.stockmate.local.postgres;

import io.stockmate.connectors.jdbc.DatabaseSchema;
import io.stockmate.local.platform.Directories;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Postgres server on 127.0.0.1 with our schema, whose database outlives it: also a kill -9 of this process or of the
 * server. Whoever can reach the port is let in, under any name, as with the other endpoints of a platform.
 */
public final class LocalPostgres implements AutoCloseable {
    /** Who owns the database. */
    public static final String OWNER = "postgres";

    /** Who may only insert. */
    public static final String WRITER = "accounting";

    /** Who may only select. */
    public static final String READER = "reader";

    /** Who sends usage to be billed. */
    public static final String BILLER = "billing";

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final List<List<String>> USERS = List.of(
            List.of(WRITER, "stockmate_writer"),
            List.of(READER, "stockmate_reader"),
            List.of(BILLER, "stockmate_biller"));
    private static final String HERE = "127.0.0.1";
    private static final String DATABASE = "stockmate";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
    private static final long BETWEEN_ATTEMPTS_MS = 500;
    private static final int ATTEMPTS = 3;

    private final Path files;
    private final EmbeddedPostgres server;

    private LocalPostgres(Path files, EmbeddedPostgres server) {
        this.files = files;
        this.server = server;
    }

    /**
     * Starts it, on what is in the directory or with empty books.
     *
     * @param port 0 takes a free one
     * @throws IOException where it cannot run on this machine
     */
    public static LocalPostgres start(Path directory, int port) throws IOException {
        Path files = directory.resolve("server");
        Path complete = directory.resolve("complete");
        if (!Files.exists(complete)) {
            // One that was killed while it was being made.
            Directories.remove(files);
        }
        Files.createDirectories(directory);
        LocalPostgres postgres = new LocalPostgres(files, server(files, port));
        try {
            postgres.define();
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            return postgres;
        } catch (SQLException | IOException | RuntimeException failure) {
            postgres.close();
            throw new IOException("the database's schema: " + failure.getMessage(), failure);
        }
    }

    /** Ends what a killed process has left behind. */
    public static void endOrphan(Path directory) throws IOException {
        Path files = directory.resolve("server");
        Optional<Postmaster> orphan = Postmaster.of(files);
        if (orphan.isPresent()) {
            LOG.warn(
                    "ending Postgres, process {}, which a killed platform left on {}",
                    orphan.get().pid(),
                    files);
            orphan.get().end(ENDS_WITHIN);
        }
        Postmaster.forgetStranger(files);
    }

    /** More than once: processes of a killed server hold its memory for a moment longer. */
    private static EmbeddedPostgres server(Path files, int port) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return builder(files, port).start();
            } catch (IOException | RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(failure.getMessage(), failure);
                }
                LOG.warn("Postgres did not start on {}, once more", files, failure);
                pause();
            }
        }
    }

    private static EmbeddedPostgres.Builder builder(Path files, int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", HERE)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", "UTC");
        return port == 0 ? builder : builder.setPort(port);
    }

    private void define() throws SQLException {
        newDatabase(DATABASE);
        try (Connection owner = connection(OWNER)) {
            for (List<String> user : USERS) {
                if (isEmpty(owner, "select from pg_roles where rolname = '" + user.get(0) + "'")) {
                    execute(owner, "create user " + user.get(0) + " in role " + user.get(1));
                }
            }
        }
    }

    /** Makes one more database with empty books where there is none of this name. Returns its JDBC address. */
    public String newDatabase(String name) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection()) {
            if (isEmpty(owner, "select from pg_database where datname = '" + name + "'")) {
                execute(owner, "create database " + name);
            }
        }
        String url = "jdbc:postgresql://" + HERE + ":" + port() + "/" + name;
        try (Connection owner = DriverManager.getConnection(url, OWNER, "")) {
            DatabaseSchema.apply(owner);
        }
        return url;
    }

    private static boolean isEmpty(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return !statement.executeQuery(query).next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@code postgresql://127.0.0.1:PORT/DATABASE}; with {@code jdbc:} before it, the driver takes it. */
    public URI uri() {
        return URI.create("postgresql://" + HERE + ":" + server.getPort() + "/" + DATABASE);
    }

    public int port() {
        return server.getPort();
    }

    /** A connection to our database. */
    public Connection connection(String user) throws SQLException {
        return DriverManager.getConnection("jdbc:" + uri(), user, "");
    }

    /** Ends it at once, as a crash would: kill -9 of the server. */
    public void kill() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(files);
        if (postmaster.isPresent()) {
            postmaster.get().kill();
        }
        close();
    }

    /** Ends it in order; who is connected is cut off. A second call does nothing. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Postgres was starting", interrupted);
        }
    }
}
