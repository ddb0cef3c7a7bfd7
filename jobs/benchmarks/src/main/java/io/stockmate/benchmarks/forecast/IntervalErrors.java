package io.stockmate.benchmarks.forecast;

/** Errors of the 95 % interval; missing test values are left out. */
final class IntervalErrors {
    private static final double MISS_COST = 2 / 0.05;

    private IntervalErrors() {}

    /** The mean interval score (Gneiting and Raftery, 2007), unscaled: width plus 2/α times each miss's distance. */
    static double intervalScore(double[] test, double[] low, double[] high) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < test.length; i++) {
            if (!Double.isNaN(test[i])) {
                double miss = Math.max(0, low[i] - test[i]) + Math.max(0, test[i] - high[i]);
                sum += high[i] - low[i] + MISS_COST * miss;
                count++;
            }
        }
        return sum / count;
    }

    /** How many known test values lie in the interval, its ends included. */
    static int covered(double[] test, double[] low, double[] high) {
        int count = 0;
        for (int i = 0; i < test.length; i++) {
            if (test[i] >= low[i] && test[i] <= high[i]) {
                count++;
            }
        }
        return count;
    }
}
