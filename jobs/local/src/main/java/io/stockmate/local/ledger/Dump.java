package io.stockmate.local.ledger;

import io.stockmate.core.chain.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** All rows of all tables of the books, sorted: their SHA-256. */
final class Dump {
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "unit", "unit",
            "account", "account, unit",
            "transaction", "transaction_id",
            "posting", "transaction_id, posting"));
    private static final int ROWS_AT_A_TIME = 10_000;

    private Dump() {}

    /** @param reader whose auto-commit is left off */
    static String of(Connection reader) throws SQLException {
        MessageDigest digest = Sha256.digest();
        reader.setAutoCommit(false);
        try (Statement statement = reader.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String sql = "select t::text from ledger." + table.getKey() + " t order by " + table.getValue();
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        digest.update((rows.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        } finally {
            reader.rollback();
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
