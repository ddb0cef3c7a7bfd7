package io.stockmate.core.demand.inventory;

/**
 * A BUY of an account, or part of one.
 *
 * @param orderId derived by the market
 * @param qty not filled yet, or filled and on its way
 * @param dueDay the day, counted from 1970, on which it is due; {@link #NOT_FILLED} while nobody has filled it
 */
public record PurchaseOrder(String orderId, long qty, long dueDay) {
    public static final long NOT_FILLED = -1;

    /** The order id of goods that are on their way by orders of which nothing is known. */
    public static final String UNKNOWN = "NONE";

    public boolean isFilled() {
        return dueDay != NOT_FILLED;
    }
}
