package io.stockmate.producers.planted;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.producers.OrderTicket;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One symbol in which anomalies of one kind are planted: what is said there, and what of it is heard back. */
final class Bed {
    static final long TICK = Decimal.ONE / 100;
    private static final long BASE_PRICE = 100 * Decimal.ONE;

    private final String symbol;
    private final String runId;
    private final Map<String, String> orderIds = new HashMap<>();
    private final List<String> kept = new ArrayList<>();
    private final SplittableRandom noise;
    private List<Submission> said = new ArrayList<>();
    private long ids;
    private long now;
    private int round;

    Bed(String symbol, String runId) {
        this.symbol = symbol;
        this.runId = runId;
        this.noise = new SplittableRandom(symbol.hashCode());
    }

    String symbol() {
        return symbol;
    }

    /** Book time. */
    long now() {
        return now;
    }

    void advance(long time) {
        now = time;
    }

    /** How many plants were begun here, this one among them. */
    int round() {
        return round;
    }

    void beginRound() {
        round++;
    }

    void observe(Event event) {
        if (event.body() instanceof ExecutionReport report && kept.contains(report.clOrdId())) {
            orderIds.put(report.clOrdId(), report.orderId());
        }
    }

    List<Submission> takeSaid() {
        List<Submission> taken = said;
        said = new ArrayList<>();
        return taken;
    }

    void say(String account, CommandBody body) {
        said.add(Submission.of(symbol, account, body));
    }

    /** A price so many hundredths of a percent above the usual one. */
    long price(long basisPoints) {
        long price = BASE_PRICE + BASE_PRICE * basisPoints / 10_000;
        return price - price % TICK;
    }

    /** A whole number from −limit to limit: the usual noise. */
    long about(long limit) {
        return noise.nextLong(-limit, limit + 1);
    }

    /** The seller's order meets the buyer's at once. */
    void trade(String seller, String buyer, long qty, long price) {
        rest(seller, Side.SELL, qty, price);
        take(buyer, Side.BUY, qty, price);
    }

    /** An order that waits; returns its id. */
    String rest(String account, Side side, long qty, long price) {
        return enter(account, side, qty, price, TimeInForce.GTC, Absent.NUMBER);
    }

    /** An order that trades now or not at all. */
    void take(String account, Side side, long qty, long price) {
        enter(account, side, qty, price, TimeInForce.IOC, Absent.NUMBER);
    }

    /** Buys from a supplier, to be delivered in days; the order is kept for {@link #lastKept}. */
    void buyAhead(String buyer, String supplier, long qty, long days) {
        move(supplier, MoveKind.RECEIPT, qty, null);
        keep(rest(buyer, Side.BUY, qty, price(-3_000)));
        enter(supplier, Side.SELL, qty, price(-3_000), TimeInForce.IOC, days);
    }

    /** Has the place of an order remembered, for a reference or a cancel. */
    void keep(String clOrdId) {
        kept.add(clOrdId);
    }

    /** The id that the market gave to the order kept last; null before it is heard. */
    @Nullable
    String lastKept() {
        return kept.isEmpty() ? null : orderIds.get(kept.get(kept.size() - 1));
    }

    /** Cancels all that was kept, and forgets it. */
    void cancelKept(String account) {
        kept.forEach(id -> say(account, new CancelOrder(nextId(), id)));
        forgetKept();
    }

    void forgetKept() {
        kept.clear();
        orderIds.clear();
    }

    void move(String account, MoveKind kind, long qty, @Nullable String ref) {
        say(account, new MoveStock(nextId(), kind, qty, ref, null, Absent.NUMBER));
    }

    /**
     * Of what detectors find, all but this kind is switched off, so that nothing else takes its place in the budget.
     */
    void watchOnly(AlertKind detected) {
        for (AlertKind kind : AlertKind.values()) {
            if (kind.unit() == AlertKind.Unit.SCORE && kind != detected) {
                rule(kind, 0, kind.windowSec());
            }
        }
    }

    void rule(AlertKind kind, long threshold, long windowSec) {
        say("RISK", new SetAlertRule("planted-" + kind, kind, threshold * Decimal.ONE, windowSec));
    }

    /** @param safetyStock and {@code maxStock}: {@link Absent#NUMBER} where none is given */
    void policy(String account, long leadTimeDays, long safetyStock, long maxStock) {
        say(
                account,
                new SetStockPolicy(
                        leadTimeDays,
                        0,
                        95 * Decimal.ONE / 100,
                        ServiceMeasure.CYCLE,
                        1,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        safetyStock,
                        maxStock));
    }

    private String enter(String account, Side side, long qty, long price, TimeInForce force, long days) {
        String id = nextId();
        say(
                account,
                OrderTicket.limit(side, qty, price).in(force).deliveredIn(days).as(id));
        return id;
    }

    private String nextId() {
        return runId + "-" + ++ids;
    }
}
