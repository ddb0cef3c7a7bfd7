package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked about orders and their reports. */
final class ReportQuestions {
    private static final Comparator<EventRow> IN_ORDER = Comparator.comparing(EventRow::symbol)
            .thenComparing(EventRow::seq)
            .thenComparing(row -> row.event().header().execId());
    private static final int PRODUCTS = 10;
    private static final String UNMET = "dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, orderId, ordType,"
            + " timeInForce, orderQty, price, cumQty, unmetQty, avgPx, ordStatus, text, listId";

    private final List<EventRow> rows;
    private final List<EventRow> reports;
    private final String inCart;

    /** @param inCart the symbol that others are bought with */
    ReportQuestions(List<EventRow> rows, String inCart) {
        this.rows = rows;
        this.inCart = inCart;
        this.reports = of(LakeTable.EXECUTION_REPORT).toList();
    }

    List<Question> all() {
        return List.of(
                outcome(
                        Category.match,
                        "dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, orderId, side, ordType, timeInForce,"
                                + " orderQty, price, lastQty, lastPx, cumQty, leavesQty, avgPx, ordStatus, listId"),
                outcome(Category.no_match_buy, UNMET),
                outcome(Category.no_match_sell, UNMET),
                outcome(
                        Category.no_match_other,
                        "dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, origClOrdId, side, ordType,"
                                + " timeInForce, orderQty, price, stopPx, ordRejReason, text, listId"),
                history(),
                historyOfOneOrder(),
                fillRatio(),
                boughtTogether());
    }

    private Stream<EventRow> of(LakeTable table) {
        return rows.stream().filter(row -> row.table() == table);
    }

    private static ExecutionReport report(EventRow row) {
        return row.body(ExecutionReport.class);
    }

    private Question outcome(Category category, String columns) {
        return new Question(
                category.name(),
                Map.of(),
                reports.stream()
                        .filter(row -> report(row).category() == category)
                        .map(row -> row.with(
                                "unmetQty", report(row).orderQty() - report(row).cumQty()))
                        .sorted(IN_ORDER)
                        .map(row -> row.line(columns))
                        .toList());
    }

    private Question history() {
        Stream<EventRow> executions = reports.stream().map(row -> row.with("report", "ExecutionReport"));
        Stream<EventRow> refusals =
                of(LakeTable.ORDER_CANCEL_REJECT).map(row -> row.with("report", "OrderCancelReject"));
        return new Question(
                "order_history",
                Map.of(),
                Stream.concat(executions, refusals)
                        .sorted(IN_ORDER)
                        .map(row -> row.line(
                                "dt, ts, symbol, seq, commandSeq, execId, account, clOrdId, origClOrdId, orderId, report,"
                                        + " execType, ordStatus, side, ordType, timeInForce, orderQty, price, stopPx,"
                                        + " displayQty, minQty, expireTime, lastQty, lastPx, cumQty, leavesQty, avgPx,"
                                        + " ordRejReason, cxlRejReason, text, listId, category, execRefId"))
                        .toList());
    }

    private Question historyOfOneOrder() {
        String orderId = reports.stream()
                .filter(row -> report(row).execType() == ExecType.TRADE)
                .map(row -> report(row).orderId())
                .findFirst()
                .orElseThrow();
        return new Question(
                "history_of_order",
                Map.of("orderId", orderId),
                reports.stream()
                        .filter(row -> report(row).orderId().equals(orderId))
                        .sorted(IN_ORDER)
                        .map(row -> row.line(
                                "ts, seq, execId, account, clOrdId, execType, ordStatus, side, orderQty, price, lastQty,"
                                        + " lastPx, cumQty, leavesQty, avgPx, text"))
                        .toList());
    }

    private Question fillRatio() {
        Map<String, List<EventRow>> orders = reports.stream()
                .filter(row -> !report(row).orderId().equals("NONE"))
                .filter(row -> !Set.of(ExecType.REJECTED, ExecType.ORDER_STATUS)
                        .contains(report(row).execType()))
                .collect(Collectors.groupingBy(row -> report(row).orderId(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Filled> byAccount = new TreeMap<>();
        orders.values().forEach(order -> {
            ExecutionReport last = report(order.get(order.size() - 1));
            byAccount.computeIfAbsent(last.account(), account -> new Filled()).add(order, last);
        });
        return new Question(
                "fill_ratio",
                Map.of(),
                byAccount.entrySet().stream()
                        .map(each -> each.getValue().line(each.getKey()))
                        .toList());
    }

    private static final class Filled {
        private long orders;
        private long ordered;
        private long cumQty;
        private long filled;
        private long timed;
        private long sumMs;
        private long maxMs;

        void add(List<EventRow> order, ExecutionReport last) {
            orders++;
            ordered += last.orderQty();
            cumQty += last.cumQty();
            long entered = first(order, row -> report(row).execType() == ExecType.NEW);
            long done = first(order, row -> report(row).ordStatus() == OrdStatus.FILLED);
            filled += done == Absent.NUMBER ? 0 : 1;
            if (entered != Absent.NUMBER && done != Absent.NUMBER) {
                timed++;
                sumMs += done - entered;
                maxMs = Math.max(maxMs, done - entered);
            }
        }

        private static long first(List<EventRow> order, Function<EventRow, Boolean> which) {
            return order.stream()
                    .filter(which::apply)
                    .mapToLong(EventRow::ts)
                    .min()
                    .orElse(Absent.NUMBER);
        }

        String line(String account) {
            return Question.line(
                    account,
                    orders,
                    filled,
                    ordered,
                    cumQty,
                    (double) cumQty / ordered,
                    timed == 0 ? null : (Object) ((double) sumMs / timed),
                    timed == 0 ? null : (Object) maxMs);
        }
    }

    private Question boughtTogether() {
        Map<String, Set<String>> carts = new TreeMap<>();
        reports.stream()
                .filter(row -> report(row).listId() != null)
                .filter(row ->
                        report(row).execType() == ExecType.TRADE && report(row).side() == Side.BUY)
                .forEach(row -> carts.computeIfAbsent(
                                report(row).account() + " " + report(row).listId(), cart -> new TreeSet<>())
                        .add(row.symbol()));
        Map<String, Long> together = new HashMap<>();
        carts.values().stream()
                .filter(cart -> cart.contains(inCart))
                .flatMap(Set::stream)
                .filter(symbol -> !symbol.equals(inCart))
                .forEach(symbol -> together.merge(symbol, 1L, Long::sum));
        Map<String, Map<String, StockLevel>> stock = new HashMap<>();
        of(LakeTable.STOCK_LEVEL).sorted(IN_ORDER).forEach(row -> stock.computeIfAbsent(
                        row.symbol(), symbol -> new HashMap<>())
                .put(row.body(StockLevel.class).account(), row.body(StockLevel.class)));
        return new Question(
                "bought_together",
                Map.of("symbol", inCart),
                together.entrySet().stream()
                        .map(each -> Map.entry(each, available(stock.getOrDefault(each.getKey(), Map.of()))))
                        .filter(each -> each.getValue() > 0)
                        .sorted(Comparator.comparing((Map.Entry<Map.Entry<String, Long>, Long> each) ->
                                        -each.getKey().getValue())
                                .thenComparing(each -> each.getKey().getKey()))
                        .limit(PRODUCTS)
                        .map(each -> Question.line(
                                each.getKey().getKey(), each.getKey().getValue(), each.getValue()))
                        .toList());
    }

    private static long available(Map<String, StockLevel> levels) {
        return levels.values().stream()
                .mapToLong(StockLevel::available)
                .filter(available -> available > 0)
                .sum();
    }
}
