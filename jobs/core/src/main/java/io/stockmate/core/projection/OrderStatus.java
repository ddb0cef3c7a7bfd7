package io.stockmate.core.projection;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An order as its last report left it; one row per {@code orderId}. An order refused at entry has a row too, as whoever
 * sent it polls for it; the refusal of an id that another order uses (OrdRejReason 6) and answers to repeats make none,
 * so {@code account}, {@code symbol} and {@code clOrdId} name the order that was entered under that id. An id used
 * again after its time names several: the last is the one with the highest {@code seq}.
 *
 * @param seq of the report
 * @param ts its book time, epoch milliseconds UTC
 * @param clOrdId the order's own, after a replacement the replacement's; never that of a request to cancel
 * @param working whether more can happen to it
 * @param avgPx absent while nothing has traded
 */
public record OrderStatus(
        String orderId,
        String symbol,
        long seq,
        long ts,
        String account,
        String clOrdId,
        @Nullable String listId,
        @Nullable Side side,
        @Nullable OrdType ordType,
        @Nullable TimeInForce timeInForce,
        long expireTime,
        long orderQty,
        long displayQty,
        long price,
        long stopPx,
        OrdStatus ordStatus,
        boolean working,
        long cumQty,
        long leavesQty,
        long avgPx,
        @Nullable OrdRejReason ordRejReason,
        @Nullable String text)
        implements LatestRow {
    /** The row that an event makes; null where it makes none. */
    public static @Nullable OrderStatus of(Event event) {
        if (event.seq() == 0 || !(event.body() instanceof ExecutionReport report)) {
            return null;
        }
        return switch (report.execType()) {
            case ORDER_STATUS -> null;
            case REJECTED -> report.ordRejReason() == OrdRejReason.DUPLICATE ? null : of(event.header(), report);
            case NEW, TRADE, CANCELED, REPLACED, EXPIRED, TRIGGERED, RESTATED, TRADE_CANCEL, TRADE_CORRECT ->
                of(event.header(), report);
        };
    }

    private static OrderStatus of(EventHeader header, ExecutionReport report) {
        return new OrderStatus(
                report.orderId(),
                header.symbol(),
                header.seq(),
                header.ts(),
                report.account(),
                ownId(report),
                report.listId(),
                report.side(),
                report.ordType(),
                report.timeInForce(),
                report.expireTime(),
                report.orderQty(),
                report.displayQty(),
                report.price(),
                report.stopPx(),
                report.ordStatus(),
                !report.ordStatus().isTerminal(),
                report.cumQty(),
                report.leavesQty(),
                report.avgPx(),
                report.ordRejReason(),
                report.text());
    }

    /** A cancel by the owner is reported under the request's id, and tells the order's as the original. */
    private static String ownId(ExecutionReport report) {
        String original = report.origClOrdId();
        return report.execType() == ExecType.CANCELED && original != null ? original : report.clOrdId();
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("orderId", orderId);
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.text("account", account);
        sink.text("clOrdId", clOrdId);
        sink.text("listId", listId);
        sink.code("side", side);
        sink.code("ordType", ordType);
        sink.code("timeInForce", timeInForce);
        sink.time("expireTime", expireTime);
        sink.integer("orderQty", orderQty);
        sink.integer("displayQty", displayQty);
        sink.decimal("price", price);
        sink.decimal("stopPx", stopPx);
        sink.code("ordStatus", ordStatus);
        sink.flag("working", working);
        sink.integer("cumQty", cumQty);
        sink.integer("leavesQty", leavesQty);
        sink.decimal("avgPx", avgPx);
        sink.code("ordRejReason", ordRejReason);
        sink.text("text", text);
    }

    public static OrderStatus read(FieldSource source) {
        return new OrderStatus(
                source.reference("orderId"),
                source.reference("symbol"),
                source.integer("seq"),
                source.time("ts"),
                source.text("account"),
                source.id("clOrdId"),
                source.optionalId("listId"),
                source.optionalCode("side", Side.class),
                source.optionalCode("ordType", OrdType.class),
                source.optionalCode("timeInForce", TimeInForce.class),
                source.optionalTime("expireTime"),
                source.optionalInteger("orderQty"),
                source.optionalInteger("displayQty"),
                source.optionalDecimal("price"),
                source.optionalDecimal("stopPx"),
                source.code("ordStatus", OrdStatus.class),
                source.flag("working"),
                source.integer("cumQty"),
                source.integer("leavesQty"),
                source.optionalDecimal("avgPx"),
                source.optionalCode("ordRejReason", OrdRejReason.class),
                source.optionalText("text"));
    }
}
