package io.stockmate.benchmarks.forecast;

/**
 * What a method expects of a series' horizon.
 *
 * @param mean per step
 * @param quantiles per {@linkplain #PROBABILITIES probability} and step
 */
record PredictedDemand(double[] mean, double[][] quantiles) {
    static final double[] PROBABILITIES = {0.025, 0.05, 0.1, 0.5, 0.9, 0.95, 0.975};

    double[] low() {
        return quantiles[0];
    }

    double[] high() {
        return quantiles[PROBABILITIES.length - 1];
    }
}
