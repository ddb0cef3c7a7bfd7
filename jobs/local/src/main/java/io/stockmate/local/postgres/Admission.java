package io.stockmate.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Who is let into a database, and what they may do there. */
final class Admission {
    private static final List<List<String>> USERS = List.of(
            List.of(LocalPostgres.WRITER, "stockmate_writer"),
            List.of(LocalPostgres.READER, "stockmate_reader"),
            List.of(LocalPostgres.BILLER, "stockmate_biller"));
    private static final String RULES =
            """
            host all %s,%s,%s 127.0.0.1/32 trust
            host all %s 127.0.0.1/32 scram-sha-256
            """
                    .formatted(LocalPostgres.WRITER, LocalPostgres.READER, LocalPostgres.BILLER, LocalPostgres.OWNER);

    private Admission() {}

    /** From now on the owner needs the password, and others than {@link #admit ours} are not let in. */
    static void restrict(Connection owner, OwnerPassword password, Path files) throws SQLException, IOException {
        Path rules = files.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(RULES)) {
            return;
        }
        execute(owner, "alter role " + LocalPostgres.OWNER + " password '" + password.text() + "'");
        Path changed = files.resolve("pg_hba.conf.new");
        Files.writeString(changed, RULES);
        Files.move(changed, rules, StandardCopyOption.ATOMIC_MOVE);
        execute(owner, "select pg_reload_conf()");
    }

    /** Makes the users that are not there yet. */
    static void admit(Connection owner) throws SQLException {
        for (List<String> user : USERS) {
            if (isEmpty(owner, "select from pg_roles where rolname = '" + user.get(0) + "'")) {
                execute(owner, "create user " + user.get(0) + " in role " + user.get(1));
            }
        }
    }

    static boolean isEmpty(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return !statement.executeQuery(query).next();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
