package io.stockmate.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class PrepareDatabaseTest {
    private static final String MEMBERS =
            """
            select member.rolname, role.rolname from pg_auth_members
            join pg_roles member on member.oid = member join pg_roles role on role.oid = roleid
            where member.rolname in ('accounting', 'reader', 'billing') and role.rolname <> 'rds_iam' order by 1, 2
            """;

    @Test
    void schemaAndUsersAreMadeOnceAndStay() throws SQLException {
        TestDatabase database = TestDatabase.empty();
        try (Connection owner = database.as("postgres")) {
            PrepareDatabase.prepare(owner);
            PrepareDatabase.prepare(owner);
        }
        assertThat(database.rows(MEMBERS))
                .containsExactly("accounting|stockmate_writer", "billing|stockmate_biller", "reader|stockmate_reader");
        assertThat(database.rows("select count(*) from ledger.transaction")).containsExactly("0");
    }

    @Test
    void usersOfAnRdsDatabaseSignInByToken() throws SQLException {
        TestDatabase database = TestDatabase.empty();
        try (Connection owner = database.as("postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("create role rds_iam nologin");
            try {
                PrepareDatabase.prepare(owner);
                assertThat(database.rows("select pg_has_role('accounting', 'rds_iam', 'member')"))
                        .containsExactly("t");
            } finally {
                statement.execute("drop role rds_iam");
            }
        }
    }

    @Test
    void passwordMustBeGiven() {
        assertThatThrownBy(() -> PrepareDatabase.main(new String[0]))
                .hasMessageContaining(PrepareDatabase.PASSWORD)
                .hasMessageContaining("the address of the database and its owner");
    }
}
