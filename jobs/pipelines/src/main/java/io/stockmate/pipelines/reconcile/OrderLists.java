package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.projection.ViewReader.Row;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Carts over all symbols, summed up from orders, beside those of the database. Memory holds one sum for each. */
final class OrderLists {
    private final Map<String, Sum> expected = new TreeMap<>();
    private final Map<String, String> found = new HashMap<>();
    private boolean unknown;

    private static final class Sum {
        private long orders;
        private long working;
        private long filled;
        private long rejected;
        private long ordered = Absent.NUMBER;
        private long bought;
        private BigInteger amount = BigInteger.ZERO;
        private long ts;

        void add(OrderRow order) {
            ExecutionReport report = order.report();
            orders++;
            working += order.isWorking() ? 1 : 0;
            filled += order.is(OrdStatus.FILLED) ? 1 : 0;
            rejected += order.is(OrdStatus.REJECTED) ? 1 : 0;
            if (!Absent.is(report.orderQty())) {
                ordered = (Absent.is(ordered) ? 0 : ordered) + report.orderQty();
            }
            bought += report.cumQty();
            if (!Absent.is(report.avgPx())) {
                amount = amount.add(BigInteger.valueOf(report.avgPx()).multiply(BigInteger.valueOf(report.cumQty())));
            }
            ts = Math.max(ts, order.header().ts());
        }

        private String state() {
            if (working > 0) {
                return "WORKING";
            }
            if (filled == orders) {
                return "FILLED";
            }
            if (rejected == orders) {
                return "REJECTED";
            }
            return bought > 0 ? "PARTIALLY_FILLED" : "UNFILLED";
        }

        String text() {
            return new RowText()
                    .with("orders", orders)
                    .with("working", working)
                    .with("filled", filled)
                    .with("rejected", rejected)
                    .with("orderQty", ordered)
                    .with("cumQty", bought)
                    .with("amount", amount)
                    .with("state", state())
                    .with("ts", ts)
                    .toString();
        }
    }

    /** @param currency empty where the symbol was never defined */
    void order(OrderRow order, String currency) {
        if (order.report().listId() != null) {
            String key = order.report().account() + "/" + order.report().listId() + "/" + currency;
            expected.computeIfAbsent(key, none -> new Sum()).add(order);
        }
    }

    /** Of some symbol the orders are not all known, so nothing can be said of any cart. */
    void unknown() {
        unknown = true;
    }

    void found(Row row) {
        found.put(row.key(), row.text());
    }

    void check(Findings findings) {
        if (!unknown) {
            Map<String, String> told = new TreeMap<>();
            expected.forEach((key, sum) -> told.put(key, sum.text()));
            ReadModelCheck.compare(Invariant.READ_MODELS_FOLLOW, "all symbols", "order_list ", told, found, findings);
        }
    }
}
