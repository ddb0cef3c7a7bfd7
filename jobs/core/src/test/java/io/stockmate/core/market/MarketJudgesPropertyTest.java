package io.stockmate.core.market;

import static io.stockmate.core.market.RandomSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Side;
import io.stockmate.core.reference.OrderLives;
import io.stockmate.core.reference.TradeCorrections;
import io.stockmate.core.reference.TradeFills;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The judges of orders and fills: silent where all is well, and they name the one report that is not. */
class MarketJudgesPropertyTest {
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
        market.send("ANN", TestOrders.stop("b1", Side.BUY, 1, "10"));
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
}
