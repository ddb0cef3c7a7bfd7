package io.stockmate.local.books;

import io.stockmate.local.console.TextTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was booked on the accounts of a participant, or on one account, each with the balance that it left. */
public final class Statement {
    private static final int PAGE_ROWS = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final List<String> TITLES =
            List.of("booked (UTC)", "transaction", "reason", "ref", "account", "unit", "amount", "balance");
    private static final String ROWS = "select booked_at, transaction_id, reason, coalesce(ref_id, ''), account, unit,"
            + " amount, balance, scale from ledger.account_statement join ledger.unit using (unit)"
            + " where (account = ? or starts_with(account, ?)) and (?::text is null or unit = ?)"
            + " order by booked_at, symbol, seq, transaction_id, posting";
    private static final String ENDS = "select account, kind, unit, postings, minor_units, scale"
            + " from ledger.account_balance"
            + " where (account = ? or starts_with(account, ?)) and (?::text is null or unit = ?) order by account, unit";

    private final Connection books;
    private final String account;
    private final @Nullable String unit;

    /**
     * @param account a participant, whose accounts are {@code ACCOUNT/cash} and the like, or the full name of one
     * @param unit a currency, or {@code #SYMBOL} for goods; null takes all
     */
    public Statement(Connection books, String account, @Nullable String unit) {
        this.books = books;
        this.account = account;
        this.unit = unit;
    }

    /** Hands over the lines of what was booked, in order; returns how many bookings there are. */
    public long bookings(Consumer<String> line) throws SQLException {
        long bookings = 0;
        try (PreparedStatement query = query(ROWS);
                ResultSet rows = query.executeQuery()) {
            TextTable page = new TextTable(TITLES);
            while (rows.next()) {
                if (bookings > 0 && bookings % PAGE_ROWS == 0) {
                    page.lines().forEach(line);
                    page = new TextTable(TITLES);
                }
                page.row(booking(rows));
                bookings++;
            }
            if (bookings > 0) {
                page.lines().forEach(line);
            }
        }
        return bookings;
    }

    private static List<String> booking(ResultSet row) throws SQLException {
        int scale = row.getInt(9);
        List<String> cells = new ArrayList<>();
        cells.add(row.getObject(1, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .format(TIME));
        for (int column = 2; column <= 6; column++) {
            cells.add(row.getString(column));
        }
        cells.add(Reading.amount(row.getBigDecimal(7), scale));
        cells.add(Reading.amount(row.getBigDecimal(8), scale));
        return cells;
    }

    /** How the accounts stand. */
    public List<String> balances() throws SQLException {
        TextTable table = new TextTable("account", "kind", "unit", "postings", "balance");
        try (PreparedStatement query = query(ENDS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                BigDecimal balance = rows.getBigDecimal(5);
                table.row(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getLong(4),
                        Reading.amount(balance, rows.getInt(6)));
            }
        }
        return table.lines();
    }

    private PreparedStatement query(String sql) throws SQLException {
        PreparedStatement query = books.prepareStatement(sql);
        query.setFetchSize(PAGE_ROWS);
        query.setString(1, account);
        query.setString(2, account + "/");
        query.setString(3, unit);
        query.setString(4, unit);
        return query;
    }
}
