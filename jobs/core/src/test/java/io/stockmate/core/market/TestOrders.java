package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;

import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;

/** New orders as tests write them, prices as text. */
final class TestOrders {
    private TestOrders() {}

    static NewOrder limit(String id, Side side, long quantity, String price, TimeInForce timeInForce) {
        return order(id, side, OrdType.LIMIT, quantity, units(price), timeInForce, NONE, false, null, NONE);
    }

    static NewOrder market(String id, Side side, long quantity, TimeInForce timeInForce) {
        return order(id, side, OrdType.MARKET, quantity, NONE, timeInForce, NONE, false, null, NONE);
    }

    static NewOrder goodTill(String id, Side side, long quantity, String price, long expireTime) {
        return order(id, side, OrdType.LIMIT, quantity, units(price), TimeInForce.GTD, expireTime, false, null, NONE);
    }

    static NewOrder postOnly(String id, Side side, long quantity, String price) {
        return order(id, side, OrdType.LIMIT, quantity, units(price), TimeInForce.GTC, NONE, true, null, NONE);
    }

    static NewOrder preventing(String id, Side side, long quantity, String price, SelfTradePrevention prevention) {
        return order(id, side, OrdType.LIMIT, quantity, units(price), TimeInForce.GTC, NONE, false, prevention, NONE);
    }

    /** At any price, once a trade reaches the stop's. */
    static NewOrder stop(String id, Side side, long quantity, String stopPx) {
        return stopped(OrdType.STOP, id, side, quantity, NONE, stopPx);
    }

    /** At a price, once a trade reaches the stop's. */
    static NewOrder stopLimit(String id, Side side, long quantity, String price, String stopPx) {
        return stopped(OrdType.STOP_LIMIT, id, side, quantity, units(price), stopPx);
    }

    private static NewOrder stopped(OrdType ordType, String id, Side side, long quantity, long price, String stopPx) {
        return new NewOrder(
                id,
                side,
                ordType,
                quantity,
                price,
                units(stopPx),
                TimeInForce.GTC,
                NONE,
                NONE,
                NONE,
                false,
                null,
                NONE,
                null);
    }

    static NewOrder deliveredIn(String id, long days, long quantity, String price) {
        return order(id, Side.SELL, OrdType.LIMIT, quantity, units(price), TimeInForce.GTC, NONE, false, null, days);
    }

    static NewOrder order(
            String id,
            Side side,
            OrdType ordType,
            long quantity,
            long price,
            TimeInForce timeInForce,
            long expireTime,
            boolean postOnly,
            SelfTradePrevention prevention,
            long leadTimeDays) {
        return new NewOrder(
                id,
                side,
                ordType,
                quantity,
                price,
                NONE,
                timeInForce,
                expireTime,
                NONE,
                NONE,
                postOnly,
                prevention,
                leadTimeDays,
                null);
    }

    /** "10.25" in units of 10⁻⁴. */
    static long units(String price) {
        return new java.math.BigDecimal(price).movePointRight(4).longValueExact();
    }
}
