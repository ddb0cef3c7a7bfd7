package io.stockmate.core.message;

/**
 * FIX OrderCancelReplaceRequest (G). An absent field stays as it was.
 *
 * @param clOrdId the order's new id
 * @param origClOrdId the order's present id
 * @param orderQty the new total, what has traded included
 */
public record ReplaceOrder(
        String clOrdId, String origClOrdId, long orderQty, long price, long stopPx, long displayQty, long expireTime)
        implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("clOrdId", clOrdId);
        sink.text("origClOrdId", origClOrdId);
        sink.integer("orderQty", orderQty);
        sink.decimal("price", price);
        sink.decimal("stopPx", stopPx);
        sink.integer("displayQty", displayQty);
        sink.time("expireTime", expireTime);
    }

    public static ReplaceOrder read(FieldSource source) {
        return new ReplaceOrder(
                source.id("clOrdId"),
                source.id("origClOrdId"),
                source.optionalInteger("orderQty"),
                source.optionalDecimal("price"),
                source.optionalDecimal("stopPx"),
                source.optionalInteger("displayQty"),
                source.optionalTime("expireTime"));
    }

    @Override
    public String id() {
        return clOrdId;
    }

    @Override
    public CommandType type() {
        return CommandType.REPLACE_ORDER;
    }
}
