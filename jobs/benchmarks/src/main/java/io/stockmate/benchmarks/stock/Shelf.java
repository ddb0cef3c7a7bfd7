package io.stockmate.benchmarks.stock;

/**
 * One item under daily review: what is ordered in the evening arrives before the shop opens, after {@link #LEAD_DAYS}
 * full days; what a customer asks for and does not find is lost.
 */
final class Shelf {
    static final int LEAD_DAYS = 7;

    /** How long what is ordered now and on the next evening has to last: lead time and review period. */
    static final int PROTECTED_DAYS = LEAD_DAYS + 1;

    /** What arrives on the morning of a day; by day modulo its length. */
    private final double[] arriving = new double[LEAD_DAYS + 1];

    private double onHand;
    private double onOrder;
    private int day;

    /** Goods that are there at once, to start from. */
    void fill(double quantity) {
        onHand += quantity;
    }

    /** Opens, sells and closes; what was sold. */
    double sell(double demand) {
        int today = day % arriving.length;
        onHand += arriving[today];
        onOrder -= arriving[today];
        arriving[today] = 0;
        double sold = Math.min(onHand, demand);
        onHand -= sold;
        return sold;
    }

    /** Orders what is missing from {@code level} on hand and on order, and lets the day end. */
    void orderUpTo(double level) {
        double ordered = Math.max(0, level - onHand - onOrder);
        arriving[day % arriving.length] = ordered;
        onOrder += ordered;
        day++;
    }

    double onHand() {
        return onHand;
    }
}
