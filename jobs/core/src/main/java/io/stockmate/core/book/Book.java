package io.stockmate.core.book;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;

/**
 * The resting orders of one symbol in price-time priority. An order is its number (positive, unique while it rests);
 * prices and quantities are positive. An iceberg shows a slice of its quantity and hides the rest; when the
 * slice has traded, the next one shows, behind all orders of its price. What happens is told to the {@link
 * BookListener}, in order, while it happens; a listener or a visitor may not call back into the book.
 *
 * <p>An argument outside its range, an order that rests already where a new one is wanted, and one that does not rest
 * where a resting one is, are an {@link IllegalArgumentException}; the book is then as it was. What
 * rests at one price must fit into a {@code long} together, which limits on quantities have to see to.
 */
public interface Book {
    /** The limit of a BUY that trades at any price; none rests at it. */
    long ANY_BUY = Long.MAX_VALUE;

    /** The limit of a SELL that trades at any price; none rests at it. */
    long ANY_SELL = 0;

    /**
     * Matches an incoming order against the other side, best price first, then by time, at the resting orders' prices.
     * Self-trade prevention is decided at each meeting of two orders of one account. What is left rests behind all
     * orders of its price if {@code rests}.
     *
     * @param order not resting at present
     * @param limit the worst price at which it trades; where it {@code rests}, a price and not one of the two above
     * @return what is left of it, resting or not; 0 if it filled or prevention took the rest
     */
    long enter(
            long order,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            boolean rests,
            BookListener listener);

    /**
     * Enters a resting order anew, under its number and account and on its side: it gives up its place, is matched as
     * an incoming order of this price and quantity, and what is left of it rests behind all orders of the price. An
     * iceberg hides nothing after that.
     *
     * @return what is left of it
     */
    long reenter(long order, long price, long quantity, SelfTradePrevention prevention, BookListener listener);

    /** Rests an order behind all orders of its price, without matching: for loading a book in order of place. */
    void rest(long order, int account, Side side, long price, long quantity);

    /**
     * Rests an iceberg behind all orders of its price, without matching. An iceberg that is to match first is entered
     * so that it does not rest, and what is left of it is rested.
     *
     * @param quantity that it shows
     * @param hidden what it has besides, not negative
     * @param slice how much it shows whenever what it shows has traded, as far as it has that much
     */
    void rest(long order, int account, Side side, long price, long quantity, long hidden, long slice);

    /** Takes a resting order out. Nothing is told to a listener. */
    void remove(long order);

    /**
     * Lowers a resting order to {@code quantity}, more than 0 and less than now; it keeps its place. An iceberg gives
     * what it hides first.
     */
    void reduce(long order, long quantity);

    /** The quantity left of a resting order, what it hides included; 0 if it does not rest. */
    long quantity(long order);

    /** The price of a resting order; 0 if it does not rest. */
    long price(long order);

    /** Whether a resting order is a BUY; false if it does not rest. */
    boolean isBuy(long order);

    /**
     * How much an incoming order could trade at once, at most {@code quantity}: what icebergs hide counts, what
     * self-trade prevention would remove or stop at does not.
     */
    long fillable(int account, Side side, long limit, long quantity, SelfTradePrevention prevention);

    /** The best price of a side; 0 where it is empty. */
    long bestPrice(Side side);

    /** The quantity shown at the best price of a side; 0 where it is empty. */
    long bestQuantity(Side side);

    /** Visits the levels of a side from the best on, as long as the visitor asks for more. */
    void levels(Side side, LevelVisitor visitor);

    /** Visits the resting orders of a side in order of priority, as long as the visitor asks for more. */
    void orders(Side side, OrderVisitor visitor);

    /** Sees a price level, without what icebergs hide. */
    interface LevelVisitor {
        /** Returns whether the next level is wanted. */
        boolean level(long price, long quantity, int orders);
    }

    /** Sees a resting order. */
    interface OrderVisitor {
        /**
         * Returns whether the next order is wanted.
         *
         * @param quantity that it shows
         * @param hidden what it has besides
         */
        boolean order(long order, int account, long price, long quantity, long hidden);
    }
}
