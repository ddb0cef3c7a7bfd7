package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.ledger.RandomTrading;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved questions about a session of trading, beside the same worked out of its events without SQL. */
class SessionQueriesTest {
    private static final long MINUTE = 60_000;
    private static final String SYMBOL = "SKU-1";
    private static final List<Event> EVENTS = RandomTrading.interleaved(4, 400);

    @TempDir
    static Path root;

    private record Counted(Event event, Trade trade, long price, long qty) {}

    @BeforeAll
    static void record() throws Exception {
        try (LakeWriter lake = LakeWriter.create(root)) {
            for (Event event : EVENTS) {
                lake.put(new LakeRow.OfEvent(event));
            }
        }
    }

    @Test
    void barsAreThoseOfTheTradesThatCount() {
        Map<Long, List<Counted>> minutes = counted()
                .filter(each -> each.event().symbol().equals(SYMBOL))
                .collect(Collectors.groupingBy(
                        each -> each.event().header().ts() / MINUTE, TreeMap::new, Collectors.toList()));
        List<String> expected = new ArrayList<>();
        minutes.forEach((minute, trades) -> {
            BigInteger notional = trades.stream()
                    .map(each -> BigInteger.valueOf(each.price()).multiply(BigInteger.valueOf(each.qty())))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            long volume = trades.stream().mapToLong(Counted::qty).sum();
            expected.add(line(
                    RowValues.utc(minute * MINUTE),
                    decimal(trades.get(0).price()),
                    decimal(trades.stream().mapToLong(Counted::price).max().orElseThrow()),
                    decimal(trades.stream().mapToLong(Counted::price).min().orElseThrow()),
                    decimal(trades.get(trades.size() - 1).price()),
                    volume,
                    (long) trades.size(),
                    rounded(new BigDecimal(notional, 4)
                            .divide(BigDecimal.valueOf(volume), MathContext.DECIMAL128)
                            .doubleValue())));
        });

        assertThat(ask("bars", Map.of("symbol", SYMBOL))).hasSizeGreaterThan(1).isEqualTo(expected);
    }

    @Test
    void topProductsAreThoseOfTheTradesThatCount() {
        Map<String, List<Counted>> products =
                counted().collect(Collectors.groupingBy(each -> each.event().symbol()));
        List<String> expected = products.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Counted>> each) -> turnover(each.getValue()))
                        .reversed())
                .map(each -> line(
                        each.getKey(),
                        each.getValue().get(0).trade().currency(),
                        (long) each.getValue().size(),
                        each.getValue().stream().mapToLong(Counted::qty).sum(),
                        turnover(each.getValue())))
                .limit(3)
                .toList();

        assertThat(ask("top_products", Map.of("products", "3"))).hasSize(3).isEqualTo(expected);
    }

    @Test
    void spreadIsThatOfBooksWithTwoSides() {
        Map<Long, List<TopOfBook>> minutes = new TreeMap<>();
        for (Event event : EVENTS) {
            if (event.symbol().equals(SYMBOL)
                    && event.body() instanceof TopOfBook top
                    && !Absent.is(top.bidPx())
                    && !Absent.is(top.askPx())) {
                minutes.computeIfAbsent(event.header().ts() / MINUTE, minute -> new ArrayList<>())
                        .add(top);
            }
        }
        List<String> expected = new ArrayList<>();
        minutes.forEach((minute, tops) -> {
            List<Long> spreads =
                    tops.stream().map(top -> top.askPx() - top.bidPx()).sorted().toList();
            TopOfBook last = tops.get(tops.size() - 1);
            expected.add(line(
                    RowValues.utc(minute * MINUTE),
                    (long) tops.size(),
                    decimal(spreads.get(0)),
                    decimal(spreads.get(spreads.size() - 1)),
                    rounded(spreads.stream()
                                    .mapToLong(spread -> spread)
                                    .average()
                                    .orElseThrow()
                            / 10_000),
                    decimal(last.bidPx()),
                    last.bidQty(),
                    decimal(last.askPx()),
                    last.askQty()));
        });

        assertThat(ask("spread", Map.of("symbol", SYMBOL)))
                .hasSizeGreaterThan(1)
                .isEqualTo(expected);
    }

    @Test
    void fillRatioIsThatOfTheLastReports() {
        Map<String, List<Event>> orders = EVENTS.stream()
                .filter(event -> event.body() instanceof ExecutionReport report
                        && !report.orderId().equals("NONE")
                        && report.execType() != ExecType.REJECTED
                        && report.execType() != ExecType.ORDER_STATUS)
                .collect(Collectors.groupingBy(event -> ((ExecutionReport) event.body()).orderId()));
        Map<String, long[]> sums = new TreeMap<>();
        orders.values().forEach(reports -> {
            ExecutionReport last =
                    (ExecutionReport) reports.get(reports.size() - 1).body();
            long[] sum = sums.computeIfAbsent(last.account(), account -> new long[6]);
            sum[0]++;
            sum[1] += last.orderQty();
            sum[2] += last.cumQty();
            reports.stream()
                    .filter(event -> ((ExecutionReport) event.body()).ordStatus() == OrdStatus.FILLED)
                    .findFirst()
                    .ifPresent(filled -> {
                        long took =
                                filled.header().ts() - reports.get(0).header().ts();
                        sum[3]++;
                        sum[4] += took;
                        sum[5] = Math.max(sum[5], took);
                    });
        });
        List<String> expected = new ArrayList<>();
        sums.forEach((account, sum) -> expected.add(line(
                account,
                sum[0],
                sum[3],
                sum[1],
                sum[2],
                rounded((double) sum[2] / sum[1]),
                rounded((double) sum[4] / sum[3]),
                sum[5])));

        assertThat(ask("fill_ratio", Map.of())).hasSizeGreaterThan(2).isEqualTo(expected);
    }

    @Test
    void stockAtASeqIsWhatTheLastLevelsSaid() {
        long seq =
                EVENTS.stream().filter(event -> event.symbol().equals(SYMBOL)).count() / 2;
        Map<String, Event> last = new TreeMap<>();
        levels().filter(event -> event.symbol().equals(SYMBOL) && event.header().seq() <= seq)
                .forEach(event -> last.put(((StockLevel) event.body()).account(), event));

        assertThat(ask("stock_at_seq", Map.of("symbol", SYMBOL, "seq", Long.toString(seq))))
                .isNotEmpty()
                .isEqualTo(last.values().stream().map(SessionQueriesTest::level).toList());
    }

    @Test
    void stockAtATimeIsWhatTheLastLevelsSaid() {
        long time = EVENTS.get(EVENTS.size() / 2).header().ts();
        Map<String, Event> last = new TreeMap<>();
        levels().filter(event -> event.header().ts() <= time)
                .forEach(event -> last.put(event.symbol() + " " + ((StockLevel) event.body()).account(), event));

        assertThat(ask("stock_at_time", Map.of("time", RowValues.utc(time).toString())))
                .isNotEmpty()
                .isEqualTo(last.values().stream()
                        .map(event -> event.symbol() + " " + level(event))
                        .toList());
    }

    @Test
    void historyOfAnOrderIsAllItsReports() {
        ExecutionReport order = EVENTS.stream()
                .filter(event -> event.body() instanceof ExecutionReport report && report.execType() == ExecType.TRADE)
                .map(event -> (ExecutionReport) event.body())
                .findFirst()
                .orElseThrow();
        List<Long> seqs = EVENTS.stream()
                .filter(event -> event.body() instanceof ExecutionReport report
                        && report.orderId().equals(order.orderId()))
                .map(event -> event.header().seq())
                .toList();

        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThat(lake.ask("history_of_order", Map.of("orderId", order.orderId()))
                            .rows())
                    .extracting(row -> row.get(1))
                    .hasSizeGreaterThan(1)
                    .isEqualTo(seqs);
        }
    }

    private static Stream<Counted> counted() {
        Map<String, TradeCorrected> corrections = new HashMap<>();
        for (Event event : EVENTS) {
            if (event.body() instanceof TradeCorrected corrected) {
                corrections.put(corrected.tradeId(), corrected);
            }
        }
        assertThat(corrections).isNotEmpty();
        return EVENTS.stream()
                .filter(event -> event.body() instanceof Trade)
                .map(event -> {
                    Trade trade = (Trade) event.body();
                    TradeCorrected corrected = corrections.get(trade.tradeId());
                    return corrected == null
                            ? new Counted(event, trade, trade.price(), trade.qty())
                            : new Counted(event, trade, corrected.newPrice(), corrected.newQty());
                })
                .filter(each -> each.qty() > 0);
    }

    private static BigDecimal turnover(List<Counted> trades) {
        return trades.stream()
                .map(each -> decimal(each.price()).multiply(BigDecimal.valueOf(each.qty())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<Event> levels() {
        return EVENTS.stream().filter(event -> event.body() instanceof StockLevel);
    }

    private static String level(Event event) {
        StockLevel level = (StockLevel) event.body();
        return line(
                level.account(),
                event.header().seq(),
                level.onHand(),
                level.allocated(),
                level.available(),
                level.onOrder());
    }

    private static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, 4);
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
    }

    private static String line(Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<String> ask(String name, Map<String, String> parameters) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            return lake.ask(name, parameters).rows().stream()
                    .map(row -> line(row.stream()
                            .map(value -> value instanceof Double number ? rounded(number) : value)
                            .toArray()))
                    .toList();
        }
    }
}
