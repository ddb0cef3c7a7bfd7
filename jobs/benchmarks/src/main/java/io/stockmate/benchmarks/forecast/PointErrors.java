package io.stockmate.benchmarks.forecast;

/** Errors of point forecasts as the M competitions define them; missing test values are left out. */
final class PointErrors {
    private PointErrors() {}

    /** 200·|y − f| / (|y| + |f|), 0 where both are 0 (Makridakis and Hibon, The M3-Competition, 2000). */
    static double symmetricPercentage(double actual, double forecast) {
        double size = Math.abs(actual) + Math.abs(forecast);
        return size == 0 ? 0 : 200 * Math.abs(actual - forecast) / size;
    }

    /** The mean of {@link #symmetricPercentage} over the known test values; NaN where none is known. */
    static double symmetricPercentage(double[] test, double[] forecast) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < test.length; i++) {
            if (!Double.isNaN(test[i])) {
                sum += symmetricPercentage(test[i], forecast[i]);
                count++;
            }
        }
        return sum / count;
    }

    /** The mean absolute error over the known test values; NaN where none is known. */
    static double absolute(double[] test, double[] forecast) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < test.length; i++) {
            if (!Double.isNaN(test[i])) {
                sum += Math.abs(test[i] - forecast[i]);
                count++;
            }
        }
        return sum / count;
    }

    /**
     * MASE's scale: the mean absolute difference of history values one season apart (Hyndman and Koehler, Another look
     * at measures of forecast accuracy, 2006). NaN where no two are known.
     */
    static double seasonalScale(double[] history, int season) {
        double sum = 0;
        int count = 0;
        for (int i = season; i < history.length; i++) {
            double difference = Math.abs(history[i] - history[i - season]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return sum / count;
    }
}
