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
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Postgres server on 127.0.0.1 with our schema, whose database outlives it: also a kill -9 of this process or of the
 * server. Whoever can reach the port is let in under the names that may do little, as with the other endpoints of a
 * platform; the owner has a password.
 */
public final class LocalPostgres implements AutoCloseable {
    /** Who owns the database. */
    public static final String OWNER = "postgres";

    /** Who posts, and may only insert into the books; it also keeps the read models up to date. */
    public static final String WRITER = "accounting";

    /** Who may only select. */
    public static final String READER = "reader";

    /** Who sends usage to be billed. */
    public static final String BILLER = "billing";

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String HERE = "127.0.0.1";
    private static final String DATABASE = "stockmate";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
    private static final long BETWEEN_ATTEMPTS_MS = 500;
    private static final int ATTEMPTS = 3;
    private static final String LOCK = "epg-lock";

    /** So that nobody waits for a server that hangs; the longest of our queries take seconds. */
    private static final String TIMEOUTS = "?connectTimeout=10&loginTimeout=10&socketTimeout=120";

    private final Path files;
    private final OwnerPassword password;
    private final EmbeddedPostgres server;

    private LocalPostgres(Path files, OwnerPassword password, EmbeddedPostgres server) {
        this.files = files;
        this.password = password;
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
        Path complete = complete(directory);
        if (!isIn(directory)) {
            // One that was killed while it was being made.
            Directories.remove(files);
        }
        Files.createDirectories(directory);
        OwnerPassword password = OwnerPassword.in(directory);
        LocalPostgres postgres = new LocalPostgres(files, password, server(files, password, port));
        try {
            postgres.define();
            if (!isIn(directory)) {
                Files.createFile(complete);
            }
            return postgres;
        } catch (SQLException | IOException | RuntimeException failure) {
            postgres.close();
            throw new IOException("the database's schema: " + failure.getMessage(), failure);
        }
    }

    /** Whether a directory holds a database: one that was made to the end. */
    public static boolean isIn(Path directory) {
        return Files.exists(complete(directory));
    }

    private static Path complete(Path directory) {
        return directory.resolve("complete");
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
    private static EmbeddedPostgres server(Path files, OwnerPassword password, int port) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return builder(files, password, port).start();
            } catch (IOException | RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(failure.getMessage(), failure);
                }
                LOG.warn("Postgres did not start on {}, once more", files, failure);
                pause();
                clear(files);
            }
        }
    }

    /** An attempt that failed leaves its lock, and its server where that was only late. */
    private static void clear(Path files) throws IOException {
        Optional<Postmaster> late = Postmaster.of(files);
        if (late.isPresent()) {
            late.get().end(ENDS_WITHIN);
        }
        Files.deleteIfExists(files.resolve(LOCK));
    }

    private static EmbeddedPostgres.Builder builder(Path files, OwnerPassword password, int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setConnectConfig("password", password.text())
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", HERE)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", "UTC");
        return port == 0 ? builder : builder.setPort(port);
    }

    private void define() throws SQLException, IOException {
        try (Connection owner = connection("postgres", OWNER)) {
            Admission.restrict(owner, password, files);
        }
        newDatabase(DATABASE);
        try (Connection owner = connection(OWNER)) {
            Admission.admit(owner);
        }
    }

    /** Makes one more database with empty books where there is none of this name. Returns its JDBC address. */
    public String newDatabase(String name) throws SQLException {
        try (Connection owner = connection("postgres", OWNER)) {
            if (Admission.isEmpty(owner, "select from pg_database where datname = '" + name + "'")) {
                Admission.execute(owner, "create database " + name);
            }
        }
        try (Connection owner = connection(name, OWNER)) {
            DatabaseSchema.apply(owner);
        }
        return url(name);
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
        return connection(DATABASE, user);
    }

    /**
     * A connection to a database that {@link #newDatabase} made.
     *
     * @param properties of the driver, {@code name=value}, besides those that keep anyone from waiting for ever
     */
    public Connection connection(String database, String user, String... properties) throws SQLException {
        return connect(url(database), user, user.equals(OWNER) ? password.text() : "", properties);
    }

    /** A connection of a user without a password to the database at {@link #uri}. */
    public static Connection connection(URI database, String user) throws SQLException {
        return connect("jdbc:" + database, user, "");
    }

    private static Connection connect(String url, String user, String password, String... properties)
            throws SQLException {
        String more = properties.length == 0 ? "" : "&" + String.join("&", properties);
        return DriverManager.getConnection(url + TIMEOUTS + more, user, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + HERE + ":" + port() + "/" + database;
    }

    /** Lets it stand still for so long, its connections open, as a machine that is out of processor time would. */
    public void standStill(Duration time) throws IOException, InterruptedException {
        Optional<Postmaster> postmaster = Postmaster.of(files);
        if (postmaster.isPresent()) {
            try {
                postmaster.get().signal("STOP");
                Thread.sleep(time.toMillis());
            } finally {
                postmaster.get().signal("CONT");
            }
        }
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
