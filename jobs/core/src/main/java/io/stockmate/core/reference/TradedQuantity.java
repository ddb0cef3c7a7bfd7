package io.stockmate.core.reference;

import io.stockmate.core.book.BookListener;

/** Adds up what trades. */
final class TradedQuantity implements BookListener {
    private long sum;

    long sum() {
        return sum;
    }

    @Override
    public void traded(long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft) {
        sum += quantity;
    }

    @Override
    public void restingRemoved(long resting, long incoming, long quantity) {}

    @Override
    public void restingReduced(long resting, long incoming, long by, long left) {}

    @Override
    public void incomingRemoved(long resting, long incoming, long quantity) {}

    @Override
    public void incomingReduced(long resting, long incoming, long by, long left) {}
}
