package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.pipelines.reconcile.DamagedLake.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each wrong row of an event is found and named, and nothing else is. */
class LakeReconciliationTest extends SessionTrial {
    private static final List<String> TABLES =
            List.of("execution_report", "trade", "stock_level", "top_of_book", "accepted", "order_cancel_reject");

    private static final List<String> OF_REPORTS =
            List.of("execution_report", "trade", "stock_level", "top_of_book", "order_cancel_reject");

    /** Each a column and what is made of it. */
    private static final List<String> CHANGES = List.of(
            "execution_report.ts + INTERVAL 1 MILLISECOND",
            "execution_report.chain + 1",
            "execution_report.commandSeq + 1",
            "execution_report.price + 0.0001",
            "execution_report.cumQty + 1",
            "execution_report.leavesQty + 1",
            "execution_report.orderId || 'x'",
            "trade.qty + 1",
            "trade.price + 0.0001",
            "trade.buyer || 'x'",
            "stock_level.onHand - 1",
            "top_of_book.bidQty + 1",
            "accepted.body || ' '",
            "order_cancel_reject.cxlRejReason - 1",
            "order_cancel_reject.execId || '0'");

    private final Set<Key> touched = new HashSet<>();

    @Test
    void rowsThatAreMissingInTheLakeAreNamed() throws Exception {
        DamagedLake lake = damaged();
        List<String> places = new ArrayList<>();
        for (String table : TABLES) {
            Key row = row(lake, table, "seq");
            lake.rewrite(table, "SELECT * FROM rows WHERE NOT " + is(row));
            places.add(seq(row));
        }
        assertNamed(lake, places, TABLES.size());
    }

    @Test
    void rowsThatAreTwiceInTheLakeAreNamed() throws Exception {
        DamagedLake lake = damaged();
        List<String> places = new ArrayList<>();
        for (String table : TABLES) {
            Key row = row(lake, table, "seq");
            lake.rewrite(table, "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE " + is(row));
            places.add(seq(row));
        }
        assertNamed(lake, places, TABLES.size());
    }

    @Test
    void valuesThatAreOffByOneUnitInTheLakeAreNamed() throws Exception {
        DamagedLake lake = damaged();
        List<String> places = new ArrayList<>();
        for (String change : CHANGES) {
            String table = change.substring(0, change.indexOf('.'));
            String value = change.substring(change.indexOf('.') + 1);
            String column = value.substring(0, value.indexOf(' '));
            Key row = row(lake, table, column);
            lake.rewrite(
                    table,
                    "SELECT * REPLACE (CASE WHEN " + is(row) + " THEN " + value + " ELSE " + column + " END AS "
                            + column + ") FROM rows");
            places.add(seq(row));
        }
        assertNamed(lake, places, CHANGES.size());
    }

    @Test
    void rowsThatChangedPlacesInTheLakeAreNamed() throws Exception {
        DamagedLake lake = damaged();
        List<String> places = new ArrayList<>();
        for (String table : OF_REPORTS) {
            List<Key> rows = lake.rows(table, "seq", SOMEWHERE);
            Key one = rows.get(0);
            Key other = rows.get(1);
            lake.rewrite(
                    table,
                    "SELECT * REPLACE (CASE WHEN " + is(one) + " THEN " + other.seq() + " WHEN " + is(other) + " THEN "
                            + one.seq() + " ELSE seq END AS seq) FROM rows");
            places.add(seq(one));
            places.add(seq(other));
        }
        assertNamed(lake, places, 2 * OF_REPORTS.size());
    }

    /** One that has a value there, and was not damaged yet. */
    private Key row(DamagedLake lake, String table, String column) throws Exception {
        for (int at = SOMEWHERE; ; at++) {
            Key row = lake.rows(table, "seq", at, column).get(0);
            if (touched.add(row)) {
                return row;
            }
        }
    }

    private void assertNamed(DamagedLake lake, List<String> places, int count) throws Exception {
        assertThat(places).doesNotHaveDuplicates().hasSize(count);
        assertNamed(reconcile(lake), places.toArray(String[]::new));
    }
}
