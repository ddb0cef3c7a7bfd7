package io.stockmate.connectors.jdbc;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the books back. */
public final class LedgerReader {
    private static final int ROWS_AT_A_TIME = 10_000;

    private LedgerReader() {}

    /** Receives transfers. */
    @FunctionalInterface
    public interface TransferVisitor {
        void transfer(Transfer transfer) throws Exception;
    }

    /**
     * Hands out every transfer, in no particular order and in little memory, as of one moment.
     *
     * @param connection of a user who may read the books; a transaction on it is begun and ended
     */
    public static void transfers(Connection connection, TransferVisitor each) throws Exception {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(
                    """
                    select symbol, seq, ts, transaction_id, transfer_id, unit, from_account, to_account, amount, reason,
                        ref_id, reverses, value_date from ledger.transfer""")) {
                while (rows.next()) {
                    each.transfer(transfer(rows));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        long valueDate = row.getLong("value_date");
        return new Transfer(
                row.getString("symbol"),
                row.getLong("seq"),
                row.getLong("ts"),
                row.getString("transaction_id"),
                row.getString("transfer_id"),
                row.getString("unit"),
                row.getString("from_account"),
                row.getString("to_account"),
                row.getLong("amount"),
                TransferReason.valueOf(row.getString("reason")),
                row.getString("ref_id"),
                row.getString("reverses"),
                row.getObject("value_date") == null ? Absent.NUMBER : valueDate);
    }
}
