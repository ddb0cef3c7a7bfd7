package io.stockmate.core.message;

/**
 * FIX OrderCancelRequest (F).
 */
public record CancelOrder(String clOrdId, String origClOrdId) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("clOrdId", clOrdId);
        sink.text("origClOrdId", origClOrdId);
    }

    public static CancelOrder read(FieldSource source) {
        return new CancelOrder(source.id("clOrdId"), source.id("origClOrdId"));
    }

    @Override
    public String id() {
        return clOrdId;
    }

    @Override
    public CommandType type() {
        return CommandType.CANCEL_ORDER;
    }
}
