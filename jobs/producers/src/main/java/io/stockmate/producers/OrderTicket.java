package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;

/** A new order being filled in. */
public final class OrderTicket {
    private final Side side;
    private final OrdType ordType;
    private final long orderQty;
    private final long price;
    private TimeInForce timeInForce;
    private long expireTime = Absent.NUMBER;
    private boolean postOnly;
    private @Nullable SelfTradePrevention selfTradePrevention;
    private long leadTimeDays = Absent.NUMBER;
    private @Nullable String listId;

    private OrderTicket(Side side, OrdType ordType, long orderQty, long price, TimeInForce timeInForce) {
        this.side = side;
        this.ordType = ordType;
        this.orderQty = orderQty;
        this.price = price;
        this.timeInForce = timeInForce;
    }

    /** A limit order for the day. */
    public static OrderTicket limit(Side side, long orderQty, long price) {
        return new OrderTicket(side, OrdType.LIMIT, orderQty, price, TimeInForce.DAY);
    }

    /** A market order, IOC. */
    public static OrderTicket market(Side side, long orderQty) {
        return new OrderTicket(side, OrdType.MARKET, orderQty, Absent.NUMBER, TimeInForce.IOC);
    }

    public OrderTicket in(TimeInForce force) {
        timeInForce = force;
        return this;
    }

    public OrderTicket until(long time) {
        timeInForce = TimeInForce.GTD;
        expireTime = time;
        return this;
    }

    public OrderTicket postOnly() {
        postOnly = true;
        return this;
    }

    public OrderTicket preventing(SelfTradePrevention mode) {
        selfTradePrevention = mode;
        return this;
    }

    public OrderTicket deliveredIn(long days) {
        leadTimeDays = days;
        return this;
    }

    /** One of several orders that belong together. */
    public OrderTicket inList(String id) {
        listId = id;
        return this;
    }

    Side side() {
        return side;
    }

    long orderQty() {
        return orderQty;
    }

    /** The order under this id. */
    public NewOrder as(String clOrdId) {
        return new NewOrder(
                clOrdId,
                side,
                ordType,
                orderQty,
                price,
                Absent.NUMBER,
                timeInForce,
                expireTime,
                Absent.NUMBER,
                Absent.NUMBER,
                postOnly,
                selfTradePrevention,
                leadTimeDays,
                listId);
    }
}
