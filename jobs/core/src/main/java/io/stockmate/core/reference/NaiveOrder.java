package io.stockmate.core.reference;

import io.stockmate.core.message.Side;

/**
 * A resting order.
 *
 * @param quantity that it shows
 * @param hidden what it has besides
 * @param slice how much of it shows at a time
 */
record NaiveOrder(long number, int account, Side side, long price, long quantity, long hidden, long slice) {
    static NaiveOrder plain(long number, int account, Side side, long price, long quantity) {
        return new NaiveOrder(number, account, side, price, quantity, 0, quantity);
    }

    long whole() {
        return quantity + hidden;
    }

    /** Whether an incoming order of the other side with this limit trades with it. */
    boolean trades(long limit) {
        return side == Side.BUY ? price >= limit : price <= limit;
    }

    /** Without so much of what it shows, which is more. */
    NaiveOrder traded(long by) {
        return new NaiveOrder(number, account, side, price, quantity - by, hidden, slice);
    }

    /** With the next slice of what it hides, when all that it showed has traded. */
    NaiveOrder refilled() {
        long next = Math.min(slice, hidden);
        return new NaiveOrder(number, account, side, price, next, hidden - next, slice);
    }

    /** Without so much, less than it has; what it hides goes first. */
    NaiveOrder less(long by) {
        long ofHidden = Math.min(hidden, by);
        return new NaiveOrder(number, account, side, price, quantity - (by - ofHidden), hidden - ofHidden, slice);
    }
}
