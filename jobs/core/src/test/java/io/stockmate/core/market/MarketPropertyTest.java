package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import io.stockmate.core.reference.NaiveBook;
import io.stockmate.core.reference.OrderLives;
import io.stockmate.core.reference.TradeFills;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MarketPropertyTest {
    private static final int COMMANDS = 400;

    @Property(tries = 60)
    void restoredMarketGoesOnAsIfNothingHadHappened(@ForAll long seed) {
        List<Event> whole = run(seed, new TestMarket(), 0);

        assertThat(run(seed, new TestMarket(), 1)).isEqualTo(whole);
        assertThat(run(seed, new TestMarket(), 7)).isEqualTo(whole);
        assertThat(run(seed, new TestMarket(), 60)).isEqualTo(whole);
    }

    @Property(tries = 60)
    void naiveBookGivesTheSameEvents(@ForAll long seed) {
        assertThat(run(seed, new TestMarket(NaiveBook::new), 0)).isEqualTo(run(seed, new TestMarket(), 0));
    }

    @Property(tries = 60)
    void everyOrderEndsOnceAndItsQuantitiesAddUp(@ForAll long seed) {
        Set<String> ended = new HashSet<>();
        Map<String, Long> filled = new HashMap<>();
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof Trade trade) {
                filled.merge(trade.buyOrderId(), trade.qty(), Long::sum);
                filled.merge(trade.sellOrderId(), trade.qty(), Long::sum);
            } else if (event.body() instanceof ExecutionReport report) {
                check(report, ended, filled);
            }
        }
    }

    private static void check(ExecutionReport report, Set<String> ended, Map<String, Long> filled) {
        switch (report.execType()) {
            case ORDER_STATUS, REJECTED -> assertThat(report.lastQty()).isZero();
            default -> {
                assertThat(ended).doesNotContain(report.orderId());
                assertThat(report.cumQty()).isEqualTo(filled.getOrDefault(report.orderId(), 0L));
                if (report.ordStatus().isTerminal()) {
                    ended.add(report.orderId());
                    assertThat(report.leavesQty()).isZero();
                    assertThat(report.ordStatus() == OrdStatus.FILLED || report.text() != null)
                            .as("a reason: %s", report)
                            .isTrue();
                } else {
                    assertThat(report.cumQty() + report.leavesQty()).isEqualTo(report.orderQty());
                }
            }
        }
    }

    @Property(tries = 60)
    void judgesOfOrdersAndFillsFindNothing(@ForAll long seed) {
        TestMarket market = new TestMarket();
        List<String> breaches = new ArrayList<>();
        OrderLives lives = judge(run(seed, market, 0), breaches);

        assertThat(breaches).isEmpty();
        assertThat(lives.working()).isEqualTo(market.market().restingOrders());
        assertThat(lives.hasGap()).isFalse();
    }

    /** A fill that is one unit too large breaks the order's sum and the trade's, there and nowhere else. */
    @Property(tries = 60)
    void judgesNameTheOneReportThatIsWrong(@ForAll long seed) {
        List<Event> events = new ArrayList<>(run(seed, new TestMarket(), 0));
        int wrong = 0;
        while (wrong < events.size() && !isFill(events.get(wrong))) {
            wrong++;
        }
        if (wrong == events.size()) {
            return;
        }
        Event fill = events.get(wrong);
        events.set(wrong, new Event(fill.header(), fill.chain(), fill.cause(), oneMoreFilled((ExecutionReport)
                fill.body())));
        List<String> breaches = new ArrayList<>();
        judge(events, breaches);

        assertThat(breaches).containsExactlyInAnyOrder("life " + fill.seq(), "fill " + fill.seq());
    }

    private static OrderLives judge(List<Event> events, List<String> breaches) {
        OrderLives lives = new OrderLives((event, problem) -> breaches.add("life " + event.seq()));
        TradeFills fills = new TradeFills((event, problem) -> breaches.add("fill " + event.seq()));
        for (Event event : events) {
            lives.accept(event);
            fills.accept(event);
        }
        fills.end();
        return lives;
    }

    private static boolean isFill(Event event) {
        return event.body() instanceof ExecutionReport report && report.execType() == ExecType.TRADE;
    }

    private static ExecutionReport oneMoreFilled(ExecutionReport report) {
        return new ExecutionReport(
                report.account(),
                report.clOrdId(),
                report.origClOrdId(),
                report.orderId(),
                report.execType(),
                report.ordStatus(),
                report.side(),
                report.ordType(),
                report.orderQty(),
                report.price(),
                report.stopPx(),
                report.displayQty(),
                report.minQty(),
                report.timeInForce(),
                report.expireTime(),
                report.lastQty() + 1,
                report.lastPx(),
                report.cumQty(),
                report.leavesQty(),
                report.avgPx(),
                report.ordRejReason(),
                report.text(),
                report.listId(),
                report.category());
    }

    /** What is on hand or on its way changes by movements alone; trades only hand it on. */
    @Property(tries = 60)
    void goodsAreConserved(@ForAll long seed) {
        Map<String, StockLevel> levels = new HashMap<>();
        long moved = 0;
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof StockLevel level) {
                StockLevel before = levels.put(level.account(), level);
                long onOrderBefore = before == null ? 0 : before.onOrder();
                if (level.reason() == StockReason.RECEIPT) {
                    moved += level.delta() + level.onOrder() - onOrderBefore;
                } else if (level.reason() == StockReason.ISSUE || level.reason() == StockReason.COUNT) {
                    moved += level.delta();
                }
                assertThat(level.available()).isEqualTo(level.onHand() - level.allocated());
                assertThat(level.allocated()).isNotNegative();
                assertThat(level.onOrder()).isNotNegative();
            }
        }
        long owned = levels.values().stream()
                .mapToLong(level -> level.onHand() + level.onOrder())
                .sum();
        assertThat(owned).isEqualTo(moved);
    }

    /** Writes state after every {@code snapshots} commands, at a random place goes on from it; 0: never. */
    private static List<Event> run(long seed, TestMarket market, int snapshots) {
        RandomCommands commands = new RandomCommands(seed);
        Random restores = new Random(seed);
        long now = TestMarket.MORNING;
        market.operate(TestMarket.instrument(false, true, 0));
        for (String account : List.of("ANN", "BOB", "SAM", "SUE")) {
            market.move(account, "opening", MoveKind.RECEIPT, 200, null);
        }
        for (int i = 1; i <= COMMANDS; i++) {
            now += commands.pause();
            market.at(now).send(commands.account(), commands.next());
            if (snapshots > 0 && i % snapshots == 0) {
                market.snapshot();
                if (restores.nextBoolean()) {
                    market.restore();
                }
            }
        }
        return market.events;
    }
}
