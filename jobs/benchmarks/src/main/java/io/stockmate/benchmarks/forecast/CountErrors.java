package io.stockmate.benchmarks.forecast;

/**
 * The M5 competition's errors for counts (Makridakis, Spiliotis, Assimakopoulos, 2022); missing test values are left
 * out.
 */
final class CountErrors {
    private CountErrors() {}

    /** Root of the mean squared error over the mean squared step of the history; NaN where that never moves. */
    static double scaledRootMeanSquare(double[] history, double[] test, double[] forecast) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < test.length; i++) {
            if (!Double.isNaN(test[i])) {
                sum += (test[i] - forecast[i]) * (test[i] - forecast[i]);
                count++;
            }
        }
        double scale = meanStep(history, true);
        return scale > 0 ? Math.sqrt(sum / count / scale) : Double.NaN;
    }

    /** The pinball loss of a quantile: what lies above costs {@code probability}, what lies below the rest. */
    static double pinball(double actual, double quantile, double probability) {
        return actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual);
    }

    /**
     * The pinball loss, mean over test values and quantiles, over the mean absolute step of the history; NaN where that
     * never moves.
     *
     * @param quantiles per probability and step
     */
    static double scaledPinball(double[] history, double[] test, double[] probabilities, double[][] quantiles) {
        double sum = 0;
        int count = 0;
        for (int q = 0; q < probabilities.length; q++) {
            for (int i = 0; i < test.length; i++) {
                if (!Double.isNaN(test[i])) {
                    sum += pinball(test[i], quantiles[q][i], probabilities[q]);
                    count++;
                }
            }
        }
        double scale = meanStep(history, false);
        return scale > 0 ? sum / count / scale : Double.NaN;
    }

    /** The mean squared or absolute difference of neighbours, from the first value that is not 0. */
    private static double meanStep(double[] history, boolean squared) {
        int start = 0;
        while (start < history.length && !(history[start] != 0 && !Double.isNaN(history[start]))) {
            start++;
        }
        double sum = 0;
        int count = 0;
        for (int i = start + 1; i < history.length; i++) {
            double step = history[i] - history[i - 1];
            if (!Double.isNaN(step)) {
                sum += squared ? step * step : Math.abs(step);
                count++;
            }
        }
        return sum / count;
    }
}
