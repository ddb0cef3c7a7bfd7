package io.stockmate.core.message;

/**
 * A trade was busted, or busted and corrected. The reports of both orders follow, the one that rested first, and then
 * the stock of seller and buyer where goods go back.
 *
 * @param newPrice the old one for a bust
 * @param newQty 0 for a bust
 */
public record TradeCorrected(
        String tradeId,
        String buyer,
        String seller,
        long oldPrice,
        long oldQty,
        long newPrice,
        long newQty,
        String reason)
        implements EventBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("tradeId", tradeId);
        sink.text("buyer", buyer);
        sink.text("seller", seller);
        sink.decimal("oldPrice", oldPrice);
        sink.integer("oldQty", oldQty);
        sink.decimal("newPrice", newPrice);
        sink.integer("newQty", newQty);
        sink.text("reason", reason);
    }

    public static TradeCorrected read(FieldSource source) {
        return new TradeCorrected(
                source.reference("tradeId"),
                source.text("buyer"),
                source.text("seller"),
                source.decimal("oldPrice"),
                source.integer("oldQty"),
                source.decimal("newPrice"),
                source.integer("newQty"),
                source.text("reason"));
    }

    @Override
    public EventType type() {
        return EventType.TRADE_CORRECTED;
    }
}
