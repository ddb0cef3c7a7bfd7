package io.stockmate.local.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        MessageDigest digest = sha256();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java has to have", missing);
        }
    }
}
