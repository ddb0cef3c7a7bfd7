package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * FIX ExecutionReport (8). What a refused command left unreadable is absent.
 *
 * <p>TRADE_CANCEL and TRADE_CORRECT tell that a trade of the order no longer counts, or counts as another one. The book
 * is not touched, so leavesQty stays as it was: what works goes on working, and an order that has ended stays ended, in
 * the same ordStatus. cumQty and avgPx are those of the trades that count now, and orderQty falls with cumQty, as if
 * what was undone had never been asked for. So a working order's leavesQty is orderQty less cumQty at all times; an
 * owner who wants the rest of a working order back replaces it.
 *
 * @param orderId {@code SYMBOL-commandSeq} of the accepted order, {@code NONE} where there is none
 * @param lastQty of the trade, for TRADE_CORRECT as it counts now; else 0
 * @param lastPx of the trade, for TRADE_CORRECT as it counts now; else 0
 * @param avgPx rounded half-even; absent while nothing has traded
 * @param execRefId execId of the TRADE report that TRADE_CANCEL undoes or TRADE_CORRECT corrects; FIX tag 19
 */
public record ExecutionReport(
        String account,
        String clOrdId,
        @Nullable String origClOrdId,
        String orderId,
        ExecType execType,
        OrdStatus ordStatus,
        @Nullable Side side,
        @Nullable OrdType ordType,
        long orderQty,
        long price,
        long stopPx,
        long displayQty,
        long minQty,
        @Nullable TimeInForce timeInForce,
        long expireTime,
        long lastQty,
        long lastPx,
        long cumQty,
        long leavesQty,
        long avgPx,
        @Nullable OrdRejReason ordRejReason,
        @Nullable String text,
        @Nullable String listId,
        @Nullable Category category,
        @Nullable String execRefId)
        implements EventBody {
    /** A report that refers to no other. */
    public ExecutionReport(
            String account,
            String clOrdId,
            @Nullable String origClOrdId,
            String orderId,
            ExecType execType,
            OrdStatus ordStatus,
            @Nullable Side side,
            @Nullable OrdType ordType,
            long orderQty,
            long price,
            long stopPx,
            long displayQty,
            long minQty,
            @Nullable TimeInForce timeInForce,
            long expireTime,
            long lastQty,
            long lastPx,
            long cumQty,
            long leavesQty,
            long avgPx,
            @Nullable OrdRejReason ordRejReason,
            @Nullable String text,
            @Nullable String listId,
            @Nullable Category category) {
        this(
                account,
                clOrdId,
                origClOrdId,
                orderId,
                execType,
                ordStatus,
                side,
                ordType,
                orderQty,
                price,
                stopPx,
                displayQty,
                minQty,
                timeInForce,
                expireTime,
                lastQty,
                lastPx,
                cumQty,
                leavesQty,
                avgPx,
                ordRejReason,
                text,
                listId,
                category,
                null);
    }

    /** The same, said of the report with this execId. */
    public ExecutionReport referringTo(String reference) {
        return new ExecutionReport(
                account,
                clOrdId,
                origClOrdId,
                orderId,
                execType,
                ordStatus,
                side,
                ordType,
                orderQty,
                price,
                stopPx,
                displayQty,
                minQty,
                timeInForce,
                expireTime,
                lastQty,
                lastPx,
                cumQty,
                leavesQty,
                avgPx,
                ordRejReason,
                text,
                listId,
                category,
                reference);
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("account", account);
        sink.text("clOrdId", clOrdId);
        sink.text("origClOrdId", origClOrdId);
        sink.text("orderId", orderId);
        sink.code("execType", execType);
        sink.code("ordStatus", ordStatus);
        sink.code("side", side);
        sink.code("ordType", ordType);
        sink.integer("orderQty", orderQty);
        sink.decimal("price", price);
        sink.decimal("stopPx", stopPx);
        sink.integer("displayQty", displayQty);
        sink.integer("minQty", minQty);
        sink.code("timeInForce", timeInForce);
        sink.time("expireTime", expireTime);
        sink.integer("lastQty", lastQty);
        sink.decimal("lastPx", lastPx);
        sink.integer("cumQty", cumQty);
        sink.integer("leavesQty", leavesQty);
        sink.decimal("avgPx", avgPx);
        sink.integer("ordRejReason", OrdRejReason.codeOf(ordRejReason));
        sink.text("text", text);
        sink.text("listId", listId);
        sink.code("category", category);
        sink.text("execRefId", execRefId);
    }

    public static ExecutionReport read(FieldSource source) {
        return new ExecutionReport(
                source.text("account"),
                source.id("clOrdId"),
                source.optionalId("origClOrdId"),
                source.reference("orderId"),
                source.code("execType", ExecType.class),
                source.code("ordStatus", OrdStatus.class),
                source.optionalCode("side", Side.class),
                source.optionalCode("ordType", OrdType.class),
                source.optionalInteger("orderQty"),
                source.optionalDecimal("price"),
                source.optionalDecimal("stopPx"),
                source.optionalInteger("displayQty"),
                source.optionalInteger("minQty"),
                source.optionalCode("timeInForce", TimeInForce.class),
                source.optionalTime("expireTime"),
                source.integer("lastQty"),
                source.decimal("lastPx"),
                source.integer("cumQty"),
                source.integer("leavesQty"),
                source.optionalDecimal("avgPx"),
                OrdRejReason.ofCode("ordRejReason", source.optionalInteger("ordRejReason")),
                source.optionalText("text"),
                source.optionalId("listId"),
                source.optionalCode("category", Category.class),
                source.optionalReference("execRefId"));
    }

    @Override
    public EventType type() {
        return EventType.EXECUTION_REPORT;
    }
}
