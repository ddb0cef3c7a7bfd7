package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked about trades and prices. */
final class TradeQuestions {
    private static final long MINUTE = 60_000;
    private static final double UNITS = 10_000;

    private record Counted(EventRow row, Trade trade, long price, long qty) {}

    private final List<EventRow> rows;
    private final String symbol;

    /** @param symbol that is asked about where one is */
    TradeQuestions(List<EventRow> rows, String symbol) {
        this.rows = rows;
        this.symbol = symbol;
    }

    List<Question> all() {
        return List.of(countedTrades(), bars(), topProducts(), spread());
    }

    private Stream<Counted> counted() {
        Map<String, EventRow> corrections = corrections();
        return rows.stream()
                .filter(row -> row.table() == LakeTable.TRADE)
                .map(row -> {
                    Trade trade = row.body(Trade.class);
                    EventRow correction = corrections.get(row.symbol() + " " + trade.tradeId());
                    if (correction == null) {
                        return new Counted(row, trade, trade.price(), trade.qty());
                    }
                    TradeCorrected corrected = correction.body(TradeCorrected.class);
                    return new Counted(
                            row.with("correctedAt", RowValues.utc(correction.ts()))
                                    .with("correctedFor", corrected.reason()),
                            trade,
                            corrected.newPrice(),
                            corrected.newQty());
                })
                .filter(each -> each.qty() > 0);
    }

    private Map<String, EventRow> corrections() {
        Map<String, EventRow> corrections = new HashMap<>();
        rows.stream()
                .filter(row -> row.table() == LakeTable.TRADE_CORRECTED)
                .forEach(row -> corrections.put(
                        row.symbol() + " " + row.body(TradeCorrected.class).tradeId(), row));
        return corrections;
    }

    private Question countedTrades() {
        return new Question(
                "counted_trades",
                Map.of(),
                counted()
                        .sorted(Comparator.comparing(
                                        (Counted each) -> each.row().symbol())
                                .thenComparing(each -> each.row().seq()))
                        .map(each -> each.row()
                                .with("price", decimal(each.price()))
                                .with("qty", each.qty())
                                .line(
                                        "dt, ts, symbol, seq, tradeId, price, qty, buyOrderId, sellOrderId, buyer, seller,"
                                                + " aggressorSide, currency, dueAt, correctedAt, correctedFor"))
                        .toList());
    }

    private Question bars() {
        Map<Long, List<Counted>> minutes = counted()
                .filter(each -> each.row().symbol().equals(symbol))
                .collect(Collectors.groupingBy(each -> each.row().ts() / MINUTE, TreeMap::new, Collectors.toList()));
        List<String> answer = new ArrayList<>();
        minutes.forEach((minute, trades) -> {
            BigInteger notional = trades.stream()
                    .map(each -> BigInteger.valueOf(each.price()).multiply(BigInteger.valueOf(each.qty())))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            long volume = trades.stream().mapToLong(Counted::qty).sum();
            answer.add(Question.line(
                    RowValues.utc(minute * MINUTE),
                    decimal(trades.get(0).price()),
                    decimal(trades.stream().mapToLong(Counted::price).max().orElseThrow()),
                    decimal(trades.stream().mapToLong(Counted::price).min().orElseThrow()),
                    decimal(trades.get(trades.size() - 1).price()),
                    volume,
                    (long) trades.size(),
                    new BigDecimal(notional, 4)
                            .divide(BigDecimal.valueOf(volume), MathContext.DECIMAL128)
                            .doubleValue()));
        });
        return new Question("bars", Map.of("symbol", symbol), answer);
    }

    private Question topProducts() {
        Map<String, List<Counted>> products =
                counted().collect(Collectors.groupingBy(each -> each.row().symbol()));
        return new Question(
                "top_products",
                Map.of("products", "3"),
                products.entrySet().stream()
                        .sorted(Comparator.comparing(
                                        (Map.Entry<String, List<Counted>> each) -> turnover(each.getValue()))
                                .reversed())
                        .map(each -> Question.line(
                                each.getKey(),
                                each.getValue().get(0).trade().currency(),
                                (long) each.getValue().size(),
                                each.getValue().stream().mapToLong(Counted::qty).sum(),
                                turnover(each.getValue())))
                        .limit(3)
                        .toList());
    }

    private static BigDecimal turnover(List<Counted> trades) {
        return trades.stream()
                .map(each -> decimal(each.price()).multiply(BigDecimal.valueOf(each.qty())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Question spread() {
        Map<Long, List<TopOfBook>> minutes = new TreeMap<>();
        for (EventRow row : rows) {
            if (row.symbol().equals(symbol)
                    && row.event().body() instanceof TopOfBook top
                    && !Absent.is(top.bidPx())
                    && !Absent.is(top.askPx())) {
                minutes.computeIfAbsent(row.ts() / MINUTE, minute -> new ArrayList<>())
                        .add(top);
            }
        }
        List<String> answer = new ArrayList<>();
        minutes.forEach((minute, tops) -> {
            List<Long> spreads =
                    tops.stream().map(top -> top.askPx() - top.bidPx()).sorted().toList();
            TopOfBook last = tops.get(tops.size() - 1);
            answer.add(Question.line(
                    RowValues.utc(minute * MINUTE),
                    (long) tops.size(),
                    decimal(spreads.get(0)),
                    decimal(spreads.get(spreads.size() - 1)),
                    spreads.stream().mapToLong(each -> each).average().orElseThrow() / UNITS,
                    decimal(last.bidPx()),
                    last.bidQty(),
                    decimal(last.askPx()),
                    last.askQty()));
        });
        return new Question("spread", Map.of("symbol", symbol), answer);
    }

    private static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, 4);
    }
}
