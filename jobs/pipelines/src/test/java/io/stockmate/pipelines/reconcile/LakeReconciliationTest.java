package io.stockmate.pipelines.reconcile;

import io.stockmate.pipelines.reconcile.DamagedLake.Key;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong row of an event is found and named, and nothing else is. */
class LakeReconciliationTest extends SessionTrial {
    @ParameterizedTest
    @ValueSource(
            strings = {"execution_report", "trade", "stock_level", "top_of_book", "accepted", "order_cancel_reject"})
    void rowThatIsMissingInTheLakeIsNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows(table, "seq", SOMEWHERE).get(0);
        lake.rewrite(table, "SELECT * FROM rows WHERE NOT " + is(row));

        assertNamed(reconcile(lake), seq(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"execution_report", "trade", "stock_level", "top_of_book", "accepted", "order_cancel_reject"})
    void rowThatIsTwiceInTheLakeIsNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows(table, "seq", SOMEWHERE).get(0);
        lake.rewrite(table, "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE " + is(row));

        assertNamed(reconcile(lake), seq(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "order_cancel_reject.execId || '0'"
            })
    void valueThatIsOffByOneUnitInTheLakeIsNamed(String change) throws Exception {
        String table = change.substring(0, change.indexOf('.'));
        String value = change.substring(change.indexOf('.') + 1);
        String column = value.substring(0, value.indexOf(' '));
        DamagedLake lake = damaged();
        Key row = lake.rows(table, "seq", SOMEWHERE, column).get(0);
        lake.rewrite(
                table,
                "SELECT * REPLACE (CASE WHEN " + is(row) + " THEN " + value + " ELSE " + column + " END AS " + column
                        + ") FROM rows");

        assertNamed(reconcile(lake), seq(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"execution_report", "trade", "stock_level", "top_of_book", "order_cancel_reject"})
    void rowsThatChangedPlacesInTheLakeAreNamed(String table) throws Exception {
        DamagedLake lake = damaged();
        List<Key> rows = lake.rows(table, "seq", SOMEWHERE);
        Key one = rows.get(0);
        Key other = rows.get(1);
        lake.rewrite(
                table,
                "SELECT * REPLACE (CASE WHEN " + is(one) + " THEN " + other.seq() + " WHEN " + is(other) + " THEN "
                        + one.seq() + " ELSE seq END AS seq) FROM rows");

        assertNamed(reconcile(lake), seq(one), seq(other));
    }
}
