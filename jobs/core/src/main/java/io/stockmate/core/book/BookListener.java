package io.stockmate.core.book;

/**
 * What happens while an incoming order meets a book; orders, prices and quantities are those of {@link Book}. Where
 * one meeting changes both orders, the resting one is told of first.
 */
public interface BookListener {
    /**
     * A trade at the resting order's price.
     *
     * @param restingLeft what it hides included; 0: the resting order is gone
     */
    void traded(long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft);

    /** Self-trade prevention took the resting order out. */
    void restingRemoved(long resting, long incoming, long quantity);

    /** Self-trade prevention lowered the resting order by {@code by} to {@code left}, more than 0. */
    void restingReduced(long resting, long incoming, long by, long left);

    /** Self-trade prevention took {@code quantity}, all that was left of the incoming order. Nothing follows. */
    void incomingRemoved(long resting, long incoming, long quantity);

    /** Self-trade prevention lowered the incoming order by {@code by} to {@code left}, more than 0. It goes on. */
    void incomingReduced(long resting, long incoming, long by, long left);
}
