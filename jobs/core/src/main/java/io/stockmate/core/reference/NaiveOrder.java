package io.stockmate.core.reference;

import io.stockmate.core.message.Side;

/** A resting order. */
record NaiveOrder(long number, int account, Side side, long price, long quantity) {
    /** Whether an incoming order of the other side with this limit trades with it. */
    boolean trades(long limit) {
        return side == Side.BUY ? price >= limit : price <= limit;
    }

    NaiveOrder less(long by) {
        return new NaiveOrder(number, account, side, price, quantity - by);
    }
}
