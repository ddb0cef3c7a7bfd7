package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * FIX OrderCancelReject (9).
 */
public record OrderCancelReject(
        String account,
        String clOrdId,
        @Nullable String origClOrdId,
        @Nullable String orderId,
        OrdStatus ordStatus,
        CxlRejReason cxlRejReason,
        CxlRejResponseTo cxlRejResponseTo,
        @Nullable String text)
        implements EventBody {
    /** The text for a request that said again, equally, what an earlier one of its id had said. */
    public static final String DUPLICATE = "DUPLICATE";

    @Override
    public void write(FieldSink sink) {
        sink.text("account", account);
        sink.text("clOrdId", clOrdId);
        sink.text("origClOrdId", origClOrdId);
        sink.text("orderId", orderId);
        sink.code("ordStatus", ordStatus);
        sink.integer("cxlRejReason", cxlRejReason.code());
        sink.code("cxlRejResponseTo", cxlRejResponseTo);
        sink.text("text", text);
    }

    public static OrderCancelReject read(FieldSource source) {
        return new OrderCancelReject(
                source.text("account"),
                source.id("clOrdId"),
                source.optionalId("origClOrdId"),
                source.optionalReference("orderId"),
                source.code("ordStatus", OrdStatus.class),
                CxlRejReason.ofCode("cxlRejReason", source.integer("cxlRejReason")),
                source.code("cxlRejResponseTo", CxlRejResponseTo.class),
                source.optionalText("text"));
    }

    @Override
    public EventType type() {
        return EventType.ORDER_CANCEL_REJECT;
    }
}
