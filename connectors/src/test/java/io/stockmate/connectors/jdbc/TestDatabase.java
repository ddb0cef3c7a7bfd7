package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of one's own, with our schema and its users, on a server that all tests of this JVM share and that ends
 * with it.
 */
public final class TestDatabase {
    public static final String OWNER = "postgres";
    public static final String WRITER = "accounting";
    public static final String READER = "reader";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "50")
                        .setLocaleConfig("locale", "C")
                        .start();
                try (Connection owner = server.getPostgresDatabase().getConnection();
                        Statement statement = owner.createStatement()) {
                    statement.execute("create database books_template");
                    try (Connection template = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/books_template", OWNER, "")) {
                        DatabaseSchema.apply(template);
                    }
                    statement.execute("create user " + WRITER + " in role stockmate_writer");
                    statement.execute("create user " + READER + " in role stockmate_reader");
                }
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** One with empty books. */
    public static TestDatabase create() throws SQLException {
        return create("books_template");
    }

    /** One without a schema. */
    static TestDatabase empty() throws SQLException {
        return create("template1");
    }

    private static TestDatabase create(String template) throws SQLException {
        String name = "books_" + DATABASES.incrementAndGet();
        try (Connection owner = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        }
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name);
    }

    public String url() {
        return url;
    }

    public PropertyGroup writer() {
        return PropertyGroup.of("ledger", Map.of(DatabaseSettings.URL, url, DatabaseSettings.USER, WRITER));
    }

    public Connection as(String user) throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    /** The rows of a query by the reader, their values between bars. */
    public List<String> rows(String sql) throws SQLException {
        try (Connection reader = as(READER);
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.append(column == 1 ? "" : "|").append(rows.getString(column));
                }
                found.add(row.toString());
            }
            return found;
        }
    }
}
