package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.reference.NaiveBook;
import io.stockmate.core.reference.OrderLives;
import io.stockmate.core.reference.TradeCorrections;
import io.stockmate.core.reference.TradeFills;
import io.stockmate.core.view.EventBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
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

    @Property(tries = 30)
    void restoredMarketKnowsWhichTradesCanStillBeCorrected(@ForAll long seed) {
        MarketRules hour = MarketRules.of(List.of(TestMarket.OPERATOR), 3_600_000);
        List<Event> whole = run(seed, new TestMarket(hour, LadderBook::new), 0);

        assertThat(run(seed, new TestMarket(hour, LadderBook::new), 1)).isEqualTo(whole);
        assertThat(run(seed, new TestMarket(hour, LadderBook::new), 11)).isEqualTo(whole);
    }

    /** Else the properties here would say nothing of corrections. */
    @Example
    void randomSessionsHoldEveryKindOfCorrection() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            for (Event event : run(seed, new TestMarket(), 0)) {
                if (event.body() instanceof BusinessReject reject
                        && reject.refType().equals("CorrectTrade")) {
                    kinds.add(reject.text());
                } else if (event.body() instanceof ExecutionReport report && report.execRefId() != null) {
                    kinds.add(report.execType() + " " + report.ordStatus());
                } else if (event.body() instanceof StockLevel level && level.reason() == StockReason.CORRECTION) {
                    kinds.add(level.delta() > 0 ? "returned" : level.delta() < 0 ? "taken" : "not arrived");
                }
            }
        }
        assertThat(kinds)
                .contains("UNKNOWN_TRADE", "DUPLICATE", "ID_REUSED", "INVALID_PRICE", "INVALID_QTY")
                .contains("TRADE_CANCEL NEW", "TRADE_CANCEL PARTIALLY_FILLED", "TRADE_CANCEL FILLED")
                .contains("TRADE_CANCEL CANCELED", "TRADE_CANCEL EXPIRED", "TRADE_CORRECT CANCELED")
                .contains("TRADE_CORRECT PARTIALLY_FILLED", "TRADE_CORRECT FILLED")
                .contains("returned", "taken", "not arrived");
    }

    @Property(tries = 60)
    void naiveBookGivesTheSameEvents(@ForAll long seed) {
        assertThat(run(seed, new TestMarket(NaiveBook::new), 0)).isEqualTo(run(seed, new TestMarket(), 0));
    }

    @Property(tries = 60)
    void everyOrderEndsOnceAndItsQuantitiesAddUp(@ForAll long seed) {
        Set<String> ended = new HashSet<>();
        Map<String, Long> filled = new HashMap<>();
        Map<String, Trade> trades = new HashMap<>();
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof TradeCorrected corrected) {
                Trade trade = trades.remove(corrected.tradeId());
                assertThat(trade.qty()).isEqualTo(corrected.oldQty());
                filled.merge(trade.buyOrderId(), corrected.newQty() - trade.qty(), Long::sum);
                filled.merge(trade.sellOrderId(), corrected.newQty() - trade.qty(), Long::sum);
            } else if (event.body() instanceof Trade trade) {
                trades.put(trade.tradeId(), trade);
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
            case TRADE_CANCEL, TRADE_CORRECT -> {
                assertThat(report.cumQty()).isEqualTo(filled.get(report.orderId()));
                assertThat(report.ordStatus().isTerminal()).isEqualTo(ended.contains(report.orderId()));
            }
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

    @Example
    void judgeNamesAStopThatTradesWithoutBeingTriggered() {
        TestMarket market = TestMarket.ofShares();
        market.sell("SAM", "s1", 2, "10");
        market.send("ANN", TestMarket.stop("b1", Side.BUY, 1, "10"));
        market.buy("BOB", "b2", 1, "10");
        List<Event> events = new ArrayList<>(market.events);
        int trigger = 0;
        while (!(events.get(trigger).body() instanceof ExecutionReport report
                && report.execType() == ExecType.TRIGGERED)) {
            trigger++;
        }
        List<String> none = new ArrayList<>();
        judge(events, none);
        Event told = events.get(trigger);
        events.set(trigger, new Event(told.header(), told.chain(), told.cause(), new Accepted("Tick", "{}")));
        List<String> breaches = new ArrayList<>();
        judge(events, breaches);

        assertThat(none).isEmpty();
        assertThat(breaches).hasSize(1);
    }

    private static OrderLives judge(List<Event> events, List<String> breaches) {
        OrderLives lives = new OrderLives((event, problem) -> breaches.add("life " + event.seq()));
        TradeCorrections corrections = new TradeCorrections((event, problem) -> breaches.add("fix " + event.seq()));
        TradeFills fills = new TradeFills((event, problem) -> breaches.add("fill " + event.seq()));
        for (Event event : events) {
            lives.accept(event);
            fills.accept(event);
            corrections.accept(event);
        }
        fills.end();
        corrections.end();
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

    @Property(tries = 60)
    void bookIsNotCrossedWhileTradingIsOpen(@ForAll long seed) {
        boolean open = true;
        for (Event event : run(seed, new TestMarket(), 0)) {
            if (event.body() instanceof Accepted accepted && accepted.kind().equals("SetTradingStatus")) {
                open = accepted.body().contains("OPEN");
            } else if (open && event.body() instanceof TopOfBook top && !Absent.is(top.askPx())) {
                assertThat(top.bidPx()).isLessThan(top.askPx());
            }
        }
    }

    /** Between two commands, whatever was halted, triggered or corrected. */
    @Property(tries = 60)
    void readersOfTheEventsHaveTheSameBook(@ForAll long seed) {
        TestMarket market = new TestMarket();
        EventBook view = new EventBook();
        int[] seen = {0};
        run(seed, market, 0, () -> {
            for (Event event : market.events.subList(seen[0], market.events.size())) {
                view.accept(event);
            }
            seen[0] = market.events.size();
            for (Side side : Side.values()) {
                assertThat(MarketPicture.levels(view, side)).isEqualTo(MarketPicture.levels(market.book(), side));
                assertThat(view.head(side)).isEqualTo(MarketPicture.head(market.book(), side));
            }
        });
    }

    /** Else the properties here would say nothing of halts and bands. */
    @Example
    void randomSessionsHoldHaltsBandsStopsAndIcebergs() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            boolean resumes = false;
            for (Event event : run(seed, new TestMarket(), 0)) {
                if (event.body() instanceof Accepted accepted) {
                    resumes = accepted.kind().equals("SetTradingStatus");
                } else if (event.body() instanceof ExecutionReport report) {
                    kinds.add(report.execType() + " " + report.text());
                    kinds.add(report.execType() + " " + report.ordType());
                    kinds.add(report.execType() + (Absent.is(report.displayQty()) ? " plain" : " iceberg"));
                    resumes &= report.text() == null;
                } else if (event.body() instanceof Trade && resumes) {
                    kinds.add("trade on resuming");
                }
            }
        }
        assertThat(kinds)
                .contains(
                        "TRIGGERED STOP",
                        "TRIGGERED STOP_LIMIT",
                        "TRADE STOP",
                        "TRADE STOP_LIMIT",
                        "REPLACED STOP_LIMIT")
                .contains("TRADE iceberg", "REPLACED iceberg", "TRIGGERED iceberg")
                .contains("CANCELED HALTED", "REJECTED CLOSED", "REJECTED EXCEEDS_PRICE_BAND", "trade on resuming");
    }

    /** What is on hand or on its way changes by movements alone; trades hand it on, and corrections back. */
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
        return run(seed, market, snapshots, () -> {});
    }

    private static List<Event> run(long seed, TestMarket market, int snapshots, Runnable afterEach) {
        RandomCommands commands = new RandomCommands(seed);
        Random restores = new Random(seed);
        long now = TestMarket.MORNING;
        market.operate(TestMarket.instrument(false, true, 0));
        for (String account : List.of("ANN", "BOB", "SAM", "SUE")) {
            market.move(account, "opening", MoveKind.RECEIPT, 200, null);
        }
        for (int i = 1; i <= COMMANDS; i++) {
            now += commands.pause();
            market.at(now);
            if (commands.corrects()) {
                market.operate(commands.correction(trades(market)));
            } else if (commands.operates()) {
                market.operate(commands.operation());
            } else {
                market.send(commands.account(), commands.next());
            }
            afterEach.run();
            if (snapshots > 0 && i % snapshots == 0) {
                market.snapshot();
                if (restores.nextBoolean()) {
                    market.restore();
                }
            }
        }
        return market.events;
    }

    private static long trades(TestMarket market) {
        return market.events.stream()
                .filter(event -> event.body() instanceof Trade)
                .count();
    }
}
