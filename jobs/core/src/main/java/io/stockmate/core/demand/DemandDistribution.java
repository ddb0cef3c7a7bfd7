package io.stockmate.core.demand;

import java.util.Arrays;

/**
 * A forecast's distribution: values at fixed {@linkplain #probabilities() probabilities}, linear between them; beyond
 * the last one the tail is exponential. Units are those of the series.
 */
public final class DemandDistribution {
    private static final double[] PROBABILITIES = {
        0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995
    };

    private final double mean;
    private final double[] values;

    private DemandDistribution(double mean, double[] values) {
        this.mean = mean;
        this.values = values;
    }

    /**
     * @param mean the expected value
     * @param values one per probability; where one is below its predecessor it is raised to it
     */
    static DemandDistribution of(double mean, double[] values) {
        if (values.length != PROBABILITIES.length) {
            throw new IllegalArgumentException(
                    values.length + " values for " + PROBABILITIES.length + " probabilities");
        }
        double[] ascending = values.clone();
        for (int i = 1; i < ascending.length; i++) {
            ascending[i] = Math.max(ascending[i], ascending[i - 1]);
        }
        return new DemandDistribution(mean, ascending);
    }

    /** The probabilities whose values are kept, ascending. */
    public static double[] probabilities() {
        return PROBABILITIES.clone();
    }

    /** The expected value. */
    public double mean() {
        return mean;
    }

    /** The distribution of {@code factor}, at least 0, times what this one is of. */
    public DemandDistribution times(double factor) {
        return of(
                mean * factor,
                Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /** The value that is not exceeded with {@code probability}, which lies between 0 and 1, both excluded. */
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability " + probability + " is outside 0 to 1, both excluded");
        }
        int last = PROBABILITIES.length - 1;
        if (probability >= PROBABILITIES[last]) {
            double rate = tailMean();
            return values[last] + rate * StrictMath.log((1 - PROBABILITIES[last]) / (1 - probability));
        }
        if (probability <= PROBABILITIES[0]) {
            return values[0];
        }
        int above = Arrays.binarySearch(PROBABILITIES, probability);
        if (above >= 0) {
            return values[above];
        }
        above = -above - 1;
        double share = (probability - PROBABILITIES[above - 1]) / (PROBABILITIES[above] - PROBABILITIES[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }

    /** The expected excess over {@code level}: E[max(0, X − level)], the shortage per cycle of inventory theory. */
    public double shortageAbove(double level) {
        int last = PROBABILITIES.length - 1;
        double tail = tailMean();
        double beyond = level <= values[last]
                ? tail + values[last] - level
                : tail == 0 ? 0 : tail * StrictMath.exp((values[last] - level) / tail);
        double shortage = (1 - PROBABILITIES[last]) * beyond;
        for (int i = 0; i < last; i++) {
            shortage += (PROBABILITIES[i + 1] - PROBABILITIES[i]) * meanExcess(values[i], values[i + 1], level);
        }
        return shortage + PROBABILITIES[0] * Math.max(0, values[0] - level);
    }

    /** The mean of max(0, X − level) for X uniform between {@code low} and {@code high}. */
    private static double meanExcess(double low, double high, double level) {
        if (level >= high) {
            return 0;
        }
        if (level <= low) {
            return (low + high) / 2 - level;
        }
        return (high - level) * (high - level) / (2 * (high - low));
    }

    /** The exponential's mean that goes on as the last two values do. */
    private double tailMean() {
        int last = PROBABILITIES.length - 1;
        double fall = StrictMath.log((1 - PROBABILITIES[last - 1]) / (1 - PROBABILITIES[last]));
        return (values[last] - values[last - 1]) / fall;
    }
}
