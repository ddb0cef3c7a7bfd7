package io.stockmate.connectors.jdbc;

import io.stockmate.core.chain.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The schema of our databases: SQL files, each of which is applied once, in their order, and never changed after. A new
 * version is a new file. Postgres takes definitions in a transaction, so all of them are there or none.
 */
public final class DatabaseSchema {
    static final List<String> FILES = List.of(
            "/io/stockmate/connectors/jdbc/ledger.sql",
            "/io/stockmate/connectors/projection/view.sql",
            "/io/stockmate/connectors/billing/billing.sql",
            "/io/stockmate/connectors/billing/biller.sql",
            "/io/stockmate/connectors/jdbc/ledger-2.sql",
            "/io/stockmate/connectors/jdbc/ledger-3.sql",
            "/io/stockmate/connectors/projection/view-2.sql",
            "/io/stockmate/connectors/billing/billing-2.sql",
            "/io/stockmate/connectors/billing/billing-3.sql",
            "/io/stockmate/connectors/jdbc/ledger-4.sql");
    private static final long LOCK = 0x73746f636b6d6174L;
    private static final String APPLIED =
            """
            create table if not exists public.applied_schema (file text primary key, sha256 text not null);
            """;

    private DatabaseSchema() {}

    /**
     * Applies what has not been applied yet; two programs that do so at once wait for each other.
     *
     * @param connection of the database's owner, who may create roles; its auto-commit is left as it was
     * @throws IllegalStateException where a file was applied that has another content now, or that is not known here
     */
    public static void apply(Connection connection) throws SQLException {
        apply(connection, FILES);
    }

    /** As the version of the program did that had these files. */
    static void apply(Connection connection, List<String> files) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute(APPLIED);
            refuseNewer(files, connection);
            for (String file : files) {
                apply(file, text(file), connection);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void apply(String file, String sql, Connection connection) throws SQLException {
        String name = name(file);
        String sha256 = Sha256.hex(sql);
        String applied = applied(name, connection);
        if (applied.equals(sha256)) {
            return;
        }
        if (!applied.isEmpty()) {
            throw new IllegalStateException("the database has another version of " + name + " (SHA-256 " + applied
                    + ", not " + sha256 + "): use the program that made it, or an empty one");
        }
        try (Statement statement = connection.createStatement();
                PreparedStatement note =
                        connection.prepareStatement("insert into public.applied_schema (file, sha256) values (?, ?)")) {
            statement.execute(sql);
            note.setString(1, name);
            note.setString(2, sha256);
            note.executeUpdate();
        }
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static void refuseNewer(List<String> files, Connection connection) throws SQLException {
        List<String> known = files.stream().map(DatabaseSchema::name).toList();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select file from public.applied_schema order by file")) {
            while (rows.next()) {
                if (!known.contains(rows.getString(1))) {
                    throw new IllegalStateException("the database has " + rows.getString(1) + ", which is newer than"
                            + " this program, whose newest is " + known.get(known.size() - 1)
                            + ": use the newer program, or an empty database");
                }
            }
        }
    }

    /** The hash with which a file was applied, or nothing. */
    private static String applied(String name, Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select sha256 from public.applied_schema where file = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static String text(String file) {
        try (InputStream resource = DatabaseSchema.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(file + " cannot be read", failure);
        }
    }
}
