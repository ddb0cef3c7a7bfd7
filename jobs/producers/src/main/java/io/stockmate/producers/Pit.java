package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One symbol as all see it: best prices, last trade, fair value, and the desks that deal in it. */
final class Pit {
    private final Listing listing;
    private final FairValue fairValue;
    private final EventSequence sequence = new EventSequence(this::hear);
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private boolean known;
    private long bidPx = Absent.NUMBER;
    private long askPx = Absent.NUMBER;
    private @Nullable Trade lastTrade;

    Pit(Listing listing, FairValue fairValue) {
        this.listing = listing;
        this.fairValue = fairValue;
    }

    /** The desk of {@code account}, opened on first use. */
    Desk desk(String account) {
        return desks.computeIfAbsent(account, name -> new Desk(listing.symbol(), name));
    }

    Collection<Desk> desks() {
        return desks.values();
    }

    Listing listing() {
        return listing;
    }

    String symbol() {
        return listing.symbol();
    }

    /** Whether the market knows the symbol. */
    boolean isKnown() {
        return known;
    }

    FairValue fairValue() {
        return fairValue;
    }

    /** Null before the first trade. */
    @Nullable
    Trade lastTrade() {
        return lastTrade;
    }

    /** The best price that one who trades on {@code side} meets; {@link Absent#NUMBER} where nobody waits. */
    long opposite(Side side) {
        return side == Side.BUY ? askPx : bidPx;
    }

    /** Goes on from the last price of an earlier run, where there was one of a share. */
    void resume() {
        if (lastTrade != null && listing.definition().leadTimeDays() == 0) {
            fairValue.resumeAt(lastTrade.price());
        }
    }

    void observe(Event event) {
        if (event.seq() >= 1) {
            sequence.accept(event);
        }
    }

    private void hear(Event event) {
        known = true;
        long ts = event.header().ts();
        if (event.body() instanceof ExecutionReport report) {
            Desk desk = desks.get(report.account());
            if (desk != null) {
                desk.observe(report, ts);
            }
        } else if (event.body() instanceof OrderCancelReject reject) {
            Desk desk = desks.get(reject.account());
            if (desk != null) {
                desk.observe(reject);
            }
        } else if (event.body() instanceof StockLevel level) {
            Desk desk = desks.get(level.account());
            if (desk != null) {
                desk.observe(level);
            }
        } else if (event.body() instanceof Trade trade) {
            lastTrade = trade;
            Desk buyer = desks.get(trade.buyer());
            if (buyer != null && !Absent.is(trade.dueAt())) {
                buyer.deliveries().expect(trade, ts);
            }
        } else if (event.body() instanceof TopOfBook top) {
            bidPx = top.bidPx();
            askPx = top.askPx();
        }
    }
}
