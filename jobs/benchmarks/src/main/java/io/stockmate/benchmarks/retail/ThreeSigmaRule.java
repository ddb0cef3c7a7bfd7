package io.stockmate.benchmarks.retail;

/**
 * The plain rule to compare with: a quantity above mean + 3 standard deviations of all earlier quantities of its key,
 * from the tenth on.
 */
final class ThreeSigmaRule {
    private static final int EARLIER_MIN = 10;

    private int count;
    private double mean;
    private double squares;

    /** Judges a quantity, then learns it (Welford 1962). */
    boolean flags(long quantity) {
        boolean flagged = count >= EARLIER_MIN && quantity > mean + 3 * StrictMath.sqrt(squares / (count - 1));
        count++;
        double distance = quantity - mean;
        mean += distance / count;
        squares += distance * (quantity - mean);
        return flagged;
    }
}
