package io.stockmate.connectors.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the schema and the users of the books in an RDS database, as its owner. Run it once for a new database and
 * again for each new version; what is there already stays.
 */
public final class PrepareDatabase {
    /** The environment variable that holds the owner's password. */
    public static final String PASSWORD = "STOCKMATE_OWNER_PASSWORD";

    private static final Logger LOG = LoggerFactory.getLogger(PrepareDatabase.class);

    /** RDS lets members of this role sign in with {@link IamToken} only. */
    private static final String BY_TOKEN = "rds_iam";

    private static final Map<String, String> ROLES = new TreeMap<>(
            Map.of("accounting", "stockmate_writer", "reader", "stockmate_reader", "billing", "stockmate_biller"));

    private PrepareDatabase() {}

    /**
     * Prepares a database; the password is taken from {@value #PASSWORD}.
     *
     * @param arguments the database's address and its owner
     */
    public static void main(String[] arguments) throws SQLException {
        String password = System.getenv(PASSWORD);
        if (arguments.length != 2 || password == null) {
            throw new IllegalArgumentException("give two arguments, the address of the database and its owner, and the"
                    + " owner's password in the environment variable " + PASSWORD);
        }
        try (Connection owner = DriverManager.getConnection(arguments[0], arguments[1], password)) {
            prepare(owner);
        }
        LOG.info("the database is ready for {}", ROLES.keySet());
    }

    static void prepare(Connection owner) throws SQLException {
        DatabaseSchema.apply(owner);
        try (Statement statement = owner.createStatement()) {
            for (Map.Entry<String, String> user : ROLES.entrySet()) {
                if (!isRole(user.getKey(), statement)) {
                    statement.execute("create user " + user.getKey());
                }
                statement.execute("grant " + user.getValue() + " to " + user.getKey());
                if (isRole(BY_TOKEN, statement)) {
                    statement.execute("grant " + BY_TOKEN + " to " + user.getKey());
                }
            }
        }
    }

    private static boolean isRole(String name, Statement statement) throws SQLException {
        try (ResultSet roles = statement.executeQuery("select from pg_roles where rolname = '" + name + "'")) {
            return roles.next();
        }
    }
}
