package io.stockmate.connectors.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads read models and the outbox of usage back, to be compared. */
public final class ViewReader {
    private static final int ROWS_AT_A_TIME = 10_000;

    /** First the symbol, which {@link Table#ORDER_LIST} leaves empty, and the key. */
    private static final int KEY_COLUMNS = 2;

    /** What can be read. */
    public enum Table {
        ORDER_STATUS(
                """
                select symbol, order_id, seq, (extract(epoch from ts) * 1000)::bigint as ts, account,
                    cl_ord_id as "clOrdId", list_id as "listId", side, ord_type as "ordType",
                    time_in_force as "timeInForce", (extract(epoch from expire_time) * 1000)::bigint as "expireTime",
                    order_qty as "orderQty", display_qty as "displayQty", trunc(price * 10000) as price,
                    trunc(stop_px * 10000) as "stopPx", ord_status as "ordStatus", working::text, cum_qty as "cumQty",
                    leaves_qty as "leavesQty", trunc(avg_px * 10000) as "avgPx", ord_rej_reason as "ordRejReason", text
                  from view.order_status"""),
        STOCK_LEVEL(
                """
                select symbol, account, seq, (extract(epoch from ts) * 1000)::bigint as ts, on_hand as "onHand",
                    allocated, available, on_order as "onOrder" from view.stock_level"""),
        TOP_OF_BOOK(
                """
                select symbol, symbol, seq, (extract(epoch from ts) * 1000)::bigint as ts,
                    trunc(bid_px * 10000) as "bidPx", bid_qty as "bidQty", trunc(ask_px * 10000) as "askPx",
                    ask_qty as "askQty" from view.top_of_book"""),
        INSTRUMENT(
                """
                select symbol, symbol, seq, (extract(epoch from ts) * 1000)::bigint as ts, name, category, currency,
                    trunc(tick_size * 10000) as "tickSize", lot_size as "lotSize",
                    lead_time_days as "leadTimeDays" from view.instrument"""),
        PAYMENT(
                """
                select symbol, account || '/' || payment_id, seq, (extract(epoch from ts) * 1000)::bigint as ts,
                    order_id as "orderId", trunc(amount * 10000) as amount, status from view.payment"""),
        ORDER_LIST(
                """
                select '', account || '/' || list_id || '/' || coalesce(currency, ''), orders, working, filled,
                    rejected, order_qty as "orderQty", cum_qty as "cumQty", trunc(amount * 10000) as amount, state,
                    (extract(epoch from ts) * 1000)::bigint as ts from view.order_list"""),
        USAGE(
                """
                select symbol, identifier, account, meter, (extract(epoch from hour) * 1000)::bigint as hour, value
                  from billing.usage""");

        private final String sql;

        Table(String sql) {
            this.sql = sql;
        }
    }

    /**
     * A row.
     *
     * @param symbol empty in {@link Table#ORDER_LIST}
     * @param key unique in the table
     * @param text {@code name=value} with blanks between, of what is not null, named as the messages' fields: prices in
     *     10⁻⁴, times in epoch milliseconds
     */
    public record Row(Table table, String symbol, String key, String text) {}

    /** Receives rows. */
    @FunctionalInterface
    public interface RowVisitor {
        void row(Row row) throws Exception;
    }

    private ViewReader() {}

    /**
     * Hands out every row of every {@link Table}, in no particular order and in little memory.
     *
     * @param connection of a user who may read them; a transaction on it is begun and ended
     */
    public static void rows(Connection connection, RowVisitor each) throws Exception {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            for (Table table : Table.values()) {
                try (ResultSet rows = statement.executeQuery(table.sql)) {
                    while (rows.next()) {
                        each.row(new Row(table, rows.getString(1), rows.getString(2), text(rows)));
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static String text(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> values = new ArrayList<>();
        for (int column = KEY_COLUMNS + 1; column <= columns.getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null) {
                values.add(columns.getColumnLabel(column) + "=" + value);
            }
        }
        return String.join(" ", values);
    }
}
