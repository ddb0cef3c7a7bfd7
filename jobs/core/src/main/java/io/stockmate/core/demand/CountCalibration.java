package io.stockmate.core.demand;

import java.util.function.IntToDoubleFunction;

/**
 * Moves the upper quantiles of intermittent lead-time totals to where the key's own totals lie: a factor for each of a
 * few lengths, whose logarithm falls a little with every total that stays within the 0.95-quantile told before it and
 * rises nineteen times as much with one above it (quantile tracking: Angelopoulos, Candès and Tibshirani, Conformal PID
 * control for time series prediction, 2023). Totals of a length follow one another, so that each value counts once.
 * That a quantile is too high shows in every total, that it is too low only in the few beyond it, which come in bursts:
 * a factor above 1 counts by half.
 */
final class CountCalibration {
    private static final int[] LENGTHS = {4, 8, 16, 32};

    /** Long totals are few and move it further, by about the power 3/4 of their length. */
    private static final double[] GAINS = {0.06, 0.1, 0.17, 0.29};

    /** Whose quantile is tracked. */
    static final double PROBABILITY = 0.95;

    private static final double SCORE = NormalScore.of(PROBABILITY);

    /** Totals from so many values on count: of fewer, levels are hardly known. */
    private static final int SEEN_BEFORE = 16;

    private static final double LOG_MIN = StrictMath.log(0.5);
    private static final double LOG_MAX = StrictMath.log(2.5);
    private static final double SHARE_OF_RISE = 0.5;

    /** Logarithms are kept as multiples of its inverse. */
    private static final double PARTS = 1 << 14;

    private final float[] sums = new float[LENGTHS.length];

    /** The quantile told when the present total began; 0 where none has begun, or nothing was expected. */
    private final float[] bounds = new float[LENGTHS.length];

    private final short[] logs = new short[LENGTHS.length];

    /**
     * Takes the next value.
     *
     * @param seen how many values there were with it
     * @param quantile the present 0.95-quantile of the total of as many values
     */
    void observe(double value, int seen, IntToDoubleFunction quantile) {
        for (int i = 0; i < LENGTHS.length; i++) {
            sums[i] += (float) value;
            if (seen % LENGTHS[i] == 0 && seen >= SEEN_BEFORE) {
                learn(i);
                sums[i] = 0;
                bounds[i] = Halves.round((float) quantile.applyAsDouble(LENGTHS[i]));
            }
        }
    }

    private void learn(int length) {
        if (bounds[length] > 0) {
            double over = sums[length] > bounds[length] ? 1 : 0;
            double log = logs[length] / PARTS + GAINS[length] * (over - (1 - PROBABILITY));
            logs[length] = (short) StrictMath.rint(Math.max(LOG_MIN, Math.min(LOG_MAX, log)) * PARTS);
        }
    }

    /** By what a quantile of a total of so many values is to be multiplied, given its standard normal score. */
    double factor(int values, double score) {
        if (score <= 0) {
            return 1;
        }
        return StrictMath.exp(Math.min(1, score / SCORE) * log(values));
    }

    /** Linear in the logarithm of the length. */
    private double log(int values) {
        int above = 0;
        while (above < LENGTHS.length && LENGTHS[above] < values) {
            above++;
        }
        if (above == 0 || above == LENGTHS.length) {
            return shrunk(logs[Math.min(above, LENGTHS.length - 1)]);
        }
        double low = Growth.log(LENGTHS[above - 1]);
        double share = (Growth.log(values) - low) / (Growth.log(LENGTHS[above]) - low);
        return (1 - share) * shrunk(logs[above - 1]) + share * shrunk(logs[above]);
    }

    private static double shrunk(short parts) {
        return parts / PARTS * (parts > 0 ? SHARE_OF_RISE : 1);
    }

    void write(StateWriter out) {
        for (int i = 0; i < LENGTHS.length; i++) {
            out.exact(sums[i]);
            out.half(Halves.of(bounds[i]));
        }
        out.halves(logs);
    }

    void read(StateReader in) {
        for (int i = 0; i < LENGTHS.length; i++) {
            sums[i] = (float) in.exact();
            bounds[i] = Halves.value(in.half());
        }
        in.halves(logs);
    }
}
