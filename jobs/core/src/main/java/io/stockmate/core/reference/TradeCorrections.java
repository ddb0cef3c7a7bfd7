package io.stockmate.core.reference;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds each correction of one symbol against its trade, as it stood and not corrected before, and against the two
 * reports that follow it: one of each order, with the new quantity and price, each referring to the order's report of
 * that trade.
 */
public final class TradeCorrections {
    /** A trade, and the execId of its report by orderId. */
    private record Filled(Trade trade, Map<String, String> reports) {}

    private final BiConsumer<Event, String> breach;
    private final Map<String, Filled> trades = new HashMap<>();
    private final List<String> reported = new ArrayList<>();
    private @Nullable Filled latest;
    private @Nullable Event correction;
    private @Nullable Filled corrected;
    private boolean gap;
    private long seq;

    /** @param breach receives the correction or report that does not agree, and why */
    public TradeCorrections(BiConsumer<Event, String> breach) {
        this.breach = breach;
    }

    /** Takes the symbol's next event, in order of seq. After a gap it judges what it knows of. */
    public void accept(Event event) {
        if (event.seq() != seq + 1) {
            gap = true;
            latest = null;
            correction = null;
        }
        seq = event.seq();
        if (event.body() instanceof Trade trade) {
            latest = new Filled(trade, new HashMap<>());
            trades.put(trade.tradeId(), latest);
        } else if (event.body() instanceof TradeCorrected now) {
            end();
            begin(event, now);
        } else if (event.body() instanceof ExecutionReport report) {
            report(event, report);
        }
    }

    /** Nothing follows. */
    public void end() {
        if (correction != null) {
            breach.accept(correction, "a correction with " + reported.size() + " reports instead of 2");
            correction = null;
        }
    }

    private void begin(Event event, TradeCorrected now) {
        Filled filled = trades.remove(now.tradeId());
        if (filled == null) {
            if (!gap) {
                breach.accept(event, now.tradeId() + " is no trade, or was corrected before");
            }
            return;
        }
        Trade trade = filled.trade;
        boolean same = trade.buyer().equals(now.buyer())
                && trade.seller().equals(now.seller())
                && trade.price() == now.oldPrice()
                && trade.qty() == now.oldQty();
        if (!same) {
            breach.accept(event, now.tradeId() + " was another trade than the one corrected");
        } else if (now.newQty() < 0 || now.newQty() > now.oldQty()) {
            breach.accept(event, now.tradeId() + " of " + now.oldQty() + " has become " + now.newQty());
        }
        correction = event;
        corrected = filled;
        reported.clear();
    }

    private void report(Event event, ExecutionReport report) {
        if (report.execType() == ExecType.TRADE) {
            if (latest != null) {
                latest.reports.put(report.orderId(), event.header().execId());
            }
        } else if (report.execType() == ExecType.TRADE_CANCEL || report.execType() == ExecType.TRADE_CORRECT) {
            if (correction != null && corrected != null) {
                String problem = problem((TradeCorrected) correction.body(), corrected, report);
                if (problem != null) {
                    breach.accept(event, report.orderId() + " " + problem);
                }
                reported.add(report.orderId());
                correction = reported.size() == 2 ? null : correction;
            } else if (!gap) {
                breach.accept(event, "a report of a correction that is not there");
            }
        }
    }

    private @Nullable String problem(TradeCorrected now, Filled filled, ExecutionReport report) {
        String reference = filled.reports.get(report.orderId());
        if (reference == null || reported.contains(report.orderId())) {
            return "is not the other order of " + now.tradeId();
        }
        if (!reference.equals(report.execRefId())) {
            return "refers to " + report.execRefId() + " instead of " + reference;
        }
        boolean bust = now.newQty() == 0;
        long price = bust ? 0 : now.newPrice();
        boolean told = report.execType() == (bust ? ExecType.TRADE_CANCEL : ExecType.TRADE_CORRECT);
        return told && report.lastQty() == now.newQty() && report.lastPx() == price
                ? null
                : "has " + report.execType() + " of " + report.lastQty() + " at " + report.lastPx()
                        + ", the correction " + now.newQty() + " at " + price + " (units of 0.0001)";
    }
}
