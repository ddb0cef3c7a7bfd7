package io.stockmate.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPostgresTest {
    @TempDir
    private Path directory;

    @Test
    void keepsItsBooksOverAKillAndAnEndThatItsProcessDidNotSee() throws Exception {
        LocalPostgres killed = LocalPostgres.start(directory, 0);
        assertThat(setting(killed, "fsync")).isEqualTo("on");
        assertThat(setting(killed, "listen_addresses")).isEqualTo("127.0.0.1");
        open(killed, "EUR");
        killed.kill();

        try (LocalPostgres orphaned = LocalPostgres.start(directory, killed.port())) {
            open(orphaned, "USD");
            assertThat(Postmaster.of(directory.resolve("server"))).isPresent();
            LocalPostgres.endOrphan(directory);
            assertThat(Postmaster.of(directory.resolve("server"))).isEmpty();
        }

        try (LocalPostgres postgres = LocalPostgres.start(directory, killed.port())) {
            assertThat(units(postgres)).isEqualTo("EUR USD");
        }
        assertThat(Postmaster.of(directory.resolve("server"))).isEmpty();
    }

    @Test
    void leavesAProcessOfOthersAloneWhoseNumberAStaleFileNames() throws Exception {
        Path server = Files.createDirectories(directory.resolve("server"));
        Path file = server.resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + server + "\n");

        LocalPostgres.endOrphan(directory);

        assertThat(file).doesNotExist();
    }

    @Test
    void leavesTheFileOfAProcessOfWhichNothingCanBeTold() throws Exception {
        Path server = Files.createDirectories(directory.resolve("server"));
        Path file = server.resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + server + "\n");

        Postmaster.forgetStranger(server, directory.resolve("no facts"));

        assertThat(file).exists();
    }

    @Test
    void onlyWhoKnowsItsPasswordIsTheOwnerAndOthersMayLittle() throws Exception {
        LocalPostgres.start(directory, 0).close();
        Path rules = directory.resolve("server/pg_hba.conf");
        assertThat(rules).content().doesNotContain("all all");
        // As platforms before this one left it.
        Files.writeString(rules, "host all all 127.0.0.1/32 trust\n");
        Files.delete(directory.resolve("owner-password"));

        try (LocalPostgres postgres = LocalPostgres.start(directory, 0)) {
            String url = "jdbc:" + postgres.uri();
            for (String user : List.of(LocalPostgres.OWNER, "somebody")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guessed"))
                        .as(user)
                        .isInstanceOf(SQLException.class);
            }
            postgres.connection(LocalPostgres.OWNER).close();
            try (Connection biller = postgres.connection(LocalPostgres.BILLER);
                    Statement statement = biller.createStatement()) {
                statement.execute("insert into billing.customer values ('ANN', 'cus_ANN')");
                assertThatThrownBy(() -> statement.execute("delete from billing.customer"))
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(Files.getPosixFilePermissions(directory.resolve("owner-password")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    private static void open(LocalPostgres postgres, String unit) throws SQLException {
        try (Connection writer = postgres.connection(LocalPostgres.WRITER);
                Statement statement = writer.createStatement()) {
            statement.execute("insert into ledger.unit (unit) values ('" + unit + "')");
        }
    }

    private static String units(LocalPostgres postgres) throws SQLException {
        return value(postgres, "select string_agg(unit, ' ' order by unit) from ledger.unit");
    }

    private static String setting(LocalPostgres postgres, String name) throws SQLException {
        return value(postgres, "show " + name);
    }

    private static String value(LocalPostgres postgres, String query) throws SQLException {
        try (Connection reader = postgres.connection(LocalPostgres.READER);
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
