package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * FIX NewOrderSingle (D).
 *
 * @param clOrdId the producer's id, unique per account and symbol
 * @param price absent for MARKET
 * @param displayQty what an iceberg shows
 * @param selfTradePrevention absent means CANCEL_NEW
 * @param leadTimeDays a SELL's delivery time; absent means the instrument's
 * @param listId FIX ListID (66): joins the orders of one cart
 */
public record NewOrder(
        String clOrdId,
        Side side,
        OrdType ordType,
        long orderQty,
        long price,
        long stopPx,
        TimeInForce timeInForce,
        long expireTime,
        long displayQty,
        long minQty,
        boolean postOnly,
        @Nullable SelfTradePrevention selfTradePrevention,
        long leadTimeDays,
        @Nullable String listId)
        implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("clOrdId", clOrdId);
        sink.code("side", side);
        sink.code("ordType", ordType);
        sink.integer("orderQty", orderQty);
        sink.decimal("price", price);
        sink.decimal("stopPx", stopPx);
        sink.code("timeInForce", timeInForce);
        sink.time("expireTime", expireTime);
        sink.integer("displayQty", displayQty);
        sink.integer("minQty", minQty);
        sink.flag("postOnly", postOnly);
        sink.code("selfTradePrevention", selfTradePrevention);
        sink.integer("leadTimeDays", leadTimeDays);
        sink.text("listId", listId);
    }

    public static NewOrder read(FieldSource source) {
        return new NewOrder(
                source.id("clOrdId"),
                source.code("side", Side.class),
                source.code("ordType", OrdType.class),
                source.integer("orderQty"),
                source.optionalDecimal("price"),
                source.optionalDecimal("stopPx"),
                source.code("timeInForce", TimeInForce.class),
                source.optionalTime("expireTime"),
                source.optionalInteger("displayQty"),
                source.optionalInteger("minQty"),
                source.flag("postOnly"),
                source.optionalCode("selfTradePrevention", SelfTradePrevention.class),
                source.optionalInteger("leadTimeDays"),
                source.optionalId("listId"));
    }

    @Override
    public String id() {
        return clOrdId;
    }

    @Override
    public CommandType type() {
        return CommandType.NEW_ORDER;
    }
}
