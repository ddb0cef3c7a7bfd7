package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.DemandDistribution;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;

/** What a model expects of one day. */
record Expectation(double mean, double p10, double p50, double p90) {
    static final Expectation UNKNOWN = new Expectation(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final double[] PROBABILITIES = {0.1, 0.5, 0.9};

    /** The standard normal's 90 % quantile. */
    private static final double K90 = 1.2816;

    static Expectation of(DemandDistribution day) {
        return new Expectation(day.mean(), day.quantile(0.1), day.quantile(0.5), day.quantile(0.9));
    }

    /** Normal around {@code mean}, and nothing below 0. */
    static Expectation normal(double mean, double deviation) {
        return new Expectation(mean, Math.max(0, mean - K90 * deviation), mean, mean + K90 * deviation);
    }

    boolean isKnown() {
        return !Double.isNaN(mean);
    }

    /** The mean of the three quantiles' pinball losses (Koenker and Bassett, 1978). */
    double pinball(double demand) {
        double[] quantiles = {p10, p50, p90};
        double loss = 0;
        for (int i = 0; i < quantiles.length; i++) {
            double error = demand - quantiles[i];
            loss += error >= 0 ? PROBABILITIES[i] * error : (PROBABILITIES[i] - 1) * error;
        }
        return loss / quantiles.length;
    }

    /** In units of 10⁻⁴, within what a decimal holds; absent where not a number. */
    static long decimal(double value) {
        if (Double.isNaN(value)) {
            return Absent.NUMBER;
        }
        double most = 999_999_999_999L;
        return StrictMath.round(Math.max(-most, Math.min(most, value)) * Decimal.ONE);
    }
}
