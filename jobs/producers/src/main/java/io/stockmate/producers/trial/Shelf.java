package io.stockmate.producers.trial;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;

/**
 * What became of one kind of goods in one shop of a trial, from its events: how often it ran out, what customers asked
 * for and did not get, and what it held. Stock levels are to come in order.
 */
public final class Shelf {
    private final long from;
    private final long until;
    private long onHand;
    private long since = Long.MAX_VALUE;
    private long stockOuts;
    private long soldOutMs;
    private long unitMs;
    private long sold;
    private long lost;

    /** Of the book time from {@code from} on and before {@code until}, epoch milliseconds UTC. */
    public Shelf(long from, long until) {
        this.from = from;
        this.until = until;
    }

    public void take(Event event) {
        long ts = event.header().ts();
        boolean counts = ts >= from && ts < until;
        if (event.body() instanceof StockLevel level && level.account().equals(ReplenishmentTrial.SHOP)) {
            advance(ts);
            stockOuts += counts && onHand > 0 && level.onHand() <= 0 ? 1 : 0;
            onHand = level.onHand();
            since = ts;
        } else if (counts
                && event.body() instanceof Trade trade
                && trade.seller().equals(ReplenishmentTrial.SHOP)) {
            sold += trade.qty();
        } else if (counts
                && event.body() instanceof ExecutionReport report
                && report.category() == Category.no_match_buy
                && !report.account().equals(ReplenishmentTrial.SHOP)) {
            lost += report.orderQty() - report.cumQty();
        }
    }

    /** What was held last is held to the end. */
    public void end() {
        advance(until);
        since = until;
    }

    private void advance(long ts) {
        long duration = Math.max(0, Math.min(ts, until) - Math.max(since, from));
        unitMs += Math.max(0, onHand) * duration;
        soldOutMs += onHand <= 0 ? duration : 0;
    }

    /** How often the last piece went. */
    public long stockOuts() {
        return stockOuts;
    }

    /** How long nothing was on hand, in book time. */
    public long soldOutMs() {
        return soldOutMs;
    }

    /** Units that customers got. */
    public long sold() {
        return sold;
    }

    /** Units that customers asked for and did not get. */
    public long lost() {
        return lost;
    }

    /** Units on hand, on average, times the length of the time. */
    public long unitMs() {
        return unitMs;
    }
}
