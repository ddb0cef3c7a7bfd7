package io.stockmate.benchmarks.forecast;

/**
 * The M competitions' benchmark: the last value of the history, seasonally adjusted where a test at 90 % finds a season
 * (Makridakis, Spiliotis, Assimakopoulos, The M4 Competition, 2020). Missing values are left out of every mean.
 */
final class Naive2 {
    private static final double NORMAL_90_PERCENT = 1.645;
    private static final double INDEX_MIN = 1e-9;

    private Naive2() {}

    static double[] forecast(RecordedDemand series) {
        double[] history = series.history();
        int season = series.season();
        double[] indices = isSeasonal(history, season) ? indices(history, season) : null;
        int last = history.length - 1;
        while (last > 0 && Double.isNaN(history[last])) {
            last--;
        }
        double level = indices == null ? history[last] : history[last] / indices[last % season];
        double[] forecast = new double[series.horizon()];
        for (int h = 0; h < forecast.length; h++) {
            forecast[h] = indices == null ? level : level * indices[(history.length + h) % season];
        }
        return forecast;
    }

    /** Whether the autocorrelation at one season exceeds Bartlett's limit; never below three seasons of history. */
    static boolean isSeasonal(double[] history, int season) {
        if (season == 1 || history.length < 3 * season) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < season; lag++) {
            double r = autocorrelation(history, lag);
            squares += r * r;
        }
        double limit = NORMAL_90_PERCENT * Math.sqrt((1 + 2 * squares) / history.length);
        return Math.abs(autocorrelation(history, season)) > limit;
    }

    static double autocorrelation(double[] values, int lag) {
        double mean = mean(values);
        double all = 0;
        double lagged = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            if (!Double.isNaN(distance)) {
                all += distance * distance;
                double product = i < lag ? 0 : distance * (values[i - lag] - mean);
                lagged += Double.isNaN(product) ? 0 : product;
            }
        }
        return lagged / all;
    }

    /**
     * Multiplicative classical decomposition: means of the ratios to a centred moving average, scaled to a mean of 1.
     */
    static double[] indices(double[] history, int season) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        int half = season / 2;
        for (int t = half; t + half < history.length; t++) {
            double ratio = history[t] / centredMean(history, t, season);
            if (Double.isFinite(ratio)) {
                sums[t % season] += ratio;
                counts[t % season]++;
            }
        }
        double total = 0;
        for (int k = 0; k < season; k++) {
            sums[k] = counts[k] == 0 ? 1 : sums[k] / counts[k];
            total += sums[k];
        }
        for (int k = 0; k < season; k++) {
            sums[k] = Math.max(INDEX_MIN, sums[k] * season / total);
        }
        return sums;
    }

    private static double centredMean(double[] history, int centre, int season) {
        int half = season / 2;
        double sum = 0;
        double weights = 0;
        for (int k = -half; k <= half; k++) {
            double value = history[centre + k];
            double weight = season % 2 == 0 && Math.abs(k) == half ? 0.5 : 1;
            if (!Double.isNaN(value)) {
                sum += weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }
}
