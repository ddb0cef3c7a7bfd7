package io.stockmate.local.console;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events in one line each, for people. */
public final class EventText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private EventText() {}

    /** Book time (UTC), symbol, seq, and what happened. */
    public static String line(Event event) {
        return String.format(
                Locale.ROOT,
                "%s  %-8s %7d  %s",
                TIME.format(Instant.ofEpochMilli(event.header().ts())),
                event.symbol(),
                event.seq(),
                body(event.body()));
    }

    /** Whether an event refuses what was asked. */
    public static boolean refuses(Event event) {
        EventBody body = event.body();
        return body instanceof OrderCancelReject
                || body instanceof BusinessReject
                || (body instanceof ExecutionReport report && report.execType() == ExecType.REJECTED);
    }

    private static String body(EventBody body) {
        if (body instanceof ExecutionReport report) {
            return report(report);
        } else if (body instanceof Trade trade) {
            return "TRADE " + trade.qty() + " @ " + price(trade.price()) + " " + trade.currency() + ": "
                    + trade.seller() + " sells to " + trade.buyer() + ", " + trade.tradeId();
        } else if (body instanceof StockLevel stock) {
            return "STOCK of " + stock.account() + ": " + stock.onHand() + " on hand, " + stock.allocated()
                    + " allocated, " + stock.available() + " available, " + stock.onOrder() + " on order ("
                    + stock.reason() + " " + stock.delta() + ")";
        } else if (body instanceof TopOfBook top) {
            return "TOP " + level(top.bidQty(), top.bidPx()) + " | " + level(top.askQty(), top.askPx());
        } else if (body instanceof OrderCancelReject reject) {
            return "CANCEL REJECTED " + reject.account() + " " + reject.clOrdId() + note(reject.text());
        } else if (body instanceof BusinessReject reject) {
            return "REJECTED " + reject.refType() + " of " + reject.account() + ": " + reject.reason()
                    + note(reject.text());
        } else if (body instanceof Accepted accepted) {
            return "ACCEPTED " + accepted.kind();
        } else if (body instanceof TradeCorrected corrected) {
            return (corrected.newQty() == 0
                            ? "BUSTED " + corrected.tradeId()
                            : "CORRECTED " + corrected.tradeId() + ": now " + corrected.newQty() + " @ "
                                    + price(corrected.newPrice()))
                    + note(corrected.reason());
        }
        throw new IllegalStateException("no text for " + body.type());
    }

    private static String report(ExecutionReport report) {
        StringBuilder text = new StringBuilder(96);
        text.append(report.execType())
                .append(' ')
                .append(report.account())
                .append(' ')
                .append(report.clOrdId());
        if (report.side() != null) {
            text.append(' ').append(report.side());
        }
        if (!Absent.is(report.orderQty())) {
            text.append(' ').append(report.orderQty());
        }
        if (!Absent.is(report.price())) {
            text.append(" @ ").append(price(report.price()));
        } else if (report.ordType() != null) {
            text.append(' ').append(report.ordType());
        }
        if (report.lastQty() > 0) {
            text.append(", ").append(report.lastQty()).append(" @ ").append(price(report.lastPx()));
        }
        text.append(", ").append(report.leavesQty()).append(" left, ").append(report.ordStatus());
        return text.append(note(report.text())).toString();
    }

    private static String level(long quantity, long price) {
        return Absent.is(price) ? "-" : quantity + " @ " + price(price);
    }

    private static String price(long price) {
        return Decimal.toString(price);
    }

    private static String note(@Nullable String text) {
        return text == null ? "" : ": " + text;
    }
}
