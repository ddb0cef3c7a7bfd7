package io.stockmate.core.message;

/**
 * A trade: goods one way, money the other.
 *
 * @param tradeId {@code SYMBOL-T-n}
 * @param dueAt when the goods are due; absent where they moved with the trade
 */
public record Trade(
        String tradeId,
        long price,
        long qty,
        String buyOrderId,
        String sellOrderId,
        String buyer,
        String seller,
        Side aggressorSide,
        String currency,
        long dueAt)
        implements EventBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("tradeId", tradeId);
        sink.decimal("price", price);
        sink.integer("qty", qty);
        sink.text("buyOrderId", buyOrderId);
        sink.text("sellOrderId", sellOrderId);
        sink.text("buyer", buyer);
        sink.text("seller", seller);
        sink.code("aggressorSide", aggressorSide);
        sink.text("currency", currency);
        sink.time("dueAt", dueAt);
    }

    public static Trade read(FieldSource source) {
        return new Trade(
                source.reference("tradeId"),
                source.decimal("price"),
                source.integer("qty"),
                source.reference("buyOrderId"),
                source.reference("sellOrderId"),
                source.text("buyer"),
                source.text("seller"),
                source.code("aggressorSide", Side.class),
                source.text("currency"),
                source.optionalTime("dueAt"));
    }

    @Override
    public EventType type() {
        return EventType.TRADE;
    }
}
