package io.stockmate.core.reference;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds each trade of one symbol against the two reports that follow it: one of the buyer's order and one of the
 * seller's, of the same quantity and price.
 */
public final class TradeFills {
    private final BiConsumer<Event, String> breach;
    private final List<Event> reports = new ArrayList<>();
    private @Nullable Event trade;
    private boolean missed;
    private long seq;
    private long trades;

    /** @param breach receives the trade or report that does not agree, and why */
    public TradeFills(BiConsumer<Event, String> breach) {
        this.breach = breach;
    }

    /** How many trades there were. */
    public long trades() {
        return trades;
    }

    /** Takes the symbol's next event, in order of seq. After a gap it begins anew with the next trade. */
    public void accept(Event event) {
        if (event.seq() != seq + 1) {
            trade = null;
            missed = true;
        }
        seq = event.seq();
        if (event.body() instanceof Trade) {
            trades++;
            end();
            missed = false;
            trade = event;
            reports.clear();
        } else if (event.body() instanceof ExecutionReport report && report.execType() == ExecType.TRADE) {
            report(event);
        }
    }

    /** Nothing follows. */
    public void end() {
        if (trade != null) {
            breach.accept(trade, "a trade with " + reports.size() + " reports instead of 2");
            trade = null;
        }
    }

    private void report(Event event) {
        if (trade == null) {
            if (!missed) {
                breach.accept(event, "a report of a trade that is not there");
            }
            return;
        }
        reports.add(event);
        if (reports.size() == 2) {
            judge(trade, (Trade) trade.body());
            trade = null;
        }
    }

    private void judge(Event event, Trade agreed) {
        Event first = reports.get(0);
        Event second = reports.get(1);
        String ofFirst = problem(agreed, (ExecutionReport) first.body());
        String ofSecond = problem(agreed, (ExecutionReport) second.body());
        if (ofFirst != null && ofSecond != null) {
            breach.accept(event, agreed.tradeId() + ": " + ofFirst + "; " + ofSecond);
        } else if (ofFirst != null) {
            breach.accept(first, ofFirst);
        } else if (ofSecond != null) {
            breach.accept(second, ofSecond);
        } else if (((ExecutionReport) first.body()).side() == ((ExecutionReport) second.body()).side()) {
            breach.accept(second, agreed.tradeId() + " has two reports of one side");
        }
    }

    private static @Nullable String problem(Trade trade, ExecutionReport report) {
        boolean buys = report.side() == Side.BUY;
        String orderId = buys ? trade.buyOrderId() : trade.sellOrderId();
        String account = buys ? trade.buyer() : trade.seller();
        if (!report.orderId().equals(orderId) || !report.account().equals(account)) {
            return report.orderId() + " of " + report.account() + " is not the trade's " + report.side() + ", "
                    + orderId + " of " + account;
        }
        if (report.lastQty() != trade.qty() || report.lastPx() != trade.price()) {
            return report.orderId() + " has lastQty " + report.lastQty() + " at " + report.lastPx() + ", the trade "
                    + trade.qty() + " at " + trade.price() + " (units of 0.0001)";
        }
        return null;
    }
}
