package io.stockmate.pipelines.accounting;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.DatabaseSchema;
import io.stockmate.connectors.jdbc.LedgerReader;
import io.stockmate.core.message.Transfer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Postgres with databases of our schema, as long as it is open. */
public final class BooksDatabase implements AutoCloseable {
    private static final String OWNER = "postgres";
    private static final String WRITER = "accounting";

    private final EmbeddedPostgres server;

    private BooksDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static BooksDatabase start() throws IOException {
        return new BooksDatabase(EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start());
    }

    /** Makes a database and tells how the job writes to it. */
    public PropertyGroup writer(String database) throws SQLException {
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create database " + database);
        }
        try (Connection owner = DriverManager.getConnection(url(database), OWNER, "");
                Statement statement = owner.createStatement()) {
            DatabaseSchema.apply(owner);
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + WRITER
                    + "') then create user " + WRITER + " in role stockmate_writer; end if; end $$");
        }
        return PropertyGroup.of(
                "accounting.ledger", Map.of(DatabaseSettings.URL, url(database), DatabaseSettings.USER, WRITER));
    }

    /** A connection of who may do everything. */
    public Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), OWNER, "");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** What the books hold, in no particular order. */
    List<Transfer> transfers(String database) throws Exception {
        List<Transfer> transfers = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(url(database), OWNER, "")) {
            LedgerReader.transfers(owner, transfers::add);
        }
        return transfers;
    }

    /** Every row of a table as text, sorted. */
    List<String> rows(String database, String table) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url(database), OWNER, "");
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select row::text from " + table + " row order by 1")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
