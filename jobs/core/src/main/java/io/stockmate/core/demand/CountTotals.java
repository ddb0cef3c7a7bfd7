package io.stockmate.core.demand;

import java.util.function.IntToDoubleFunction;

/**
 * The distribution of intermittent demand over several days: nothing with the probability that no day has any, else
 * lognormal, with the expected variance. Squared errors of single days give the variance. The rarer and larger the
 * demands (the more <em>erratic</em>, variance / (variance + mean²)), the less their past tells: the more is added to
 * the variance, the more errors of neighbouring days go together, as levels move on (the variance of n days is n (1 +
 * (n − 1) ρ) times a day's), and the higher quantiles lie than the mean's lognormal. How much is told by constants that
 * fit totals of 8 days of daily retail sales, until the series' own totals {@linkplain CountCalibration say} otherwise.
 */
final class CountTotals {
    /** The probability whose quantile is held against the totals that follow. */
    static final double CALIBRATED = CountCalibration.PROBABILITY;

    private static final double GAIN = 0.02;
    /** The variance starts from 0 and this many days, as levels do. */
    private static final int START = 4;

    private static final double CORRELATION = 0.2;
    private static final double ALLOWANCE = 0.25;

    private static final double SOME_MIN = 1e-3;
    private static final double RELATIVE_VARIANCE_MIN = 0.01;
    /** What the deviation of a category's values from their forecasts, a mean absolute one, says of their variance. */
    private static final double VARIANCE_OF_DEVIATION = 1.5;

    private final CountCalibration calibration = new CountCalibration();
    private float variance;

    void start(double deviation) {
        variance = (float) (VARIANCE_OF_DEVIATION * deviation * deviation);
    }

    /** The usual distance of a day from what was expected of it. */
    double deviation() {
        return StrictMath.sqrt(variance);
    }

    /** @param seen how many values came before */
    void observe(double error, int seen) {
        variance += (float) (Math.max(GAIN, 1.0 / (seen + START)) * (error * error - variance));
    }

    /**
     * Takes the value after the rest of the model has.
     *
     * @param seen how many values there were with it
     * @param quantile the {@link #CALIBRATED} one of a total of as many values
     */
    void calibrate(double value, int seen, IntToDoubleFunction quantile) {
        calibration.observe(value, seen, quantile);
    }

    /**
     * @param mean of the total
     * @param none the probability that it is 0
     */
    DemandDistribution of(double mean, int days, double none) {
        double some = Math.max(SOME_MIN, 1 - none);
        double[] probabilities = DemandDistribution.probabilities();
        double[] values = new double[probabilities.length];
        if (mean > 0) {
            double erratic = erratic(mean / days);
            double all = days * (1 + (days - 1) * CORRELATION * erratic) * variance * (1 + erratic);
            double relative = Math.max(RELATIVE_VARIANCE_MIN, (all / (mean * mean) + 1) * some - 1);
            double spread = StrictMath.log(1 + relative);
            for (int i = 0; i < values.length; i++) {
                double within = (probabilities[i] - (1 - some)) / some;
                values[i] = within <= 0
                        ? 0
                        : calibration.factor(days, Scores.at(i))
                                * (1 + ALLOWANCE * erratic)
                                * mean
                                / some
                                * StrictMath.exp(StrictMath.sqrt(spread) * NormalScore.of(within) - spread / 2);
            }
        }
        return DemandDistribution.of(mean, values);
    }

    /** Between 0, days alike, and 1. */
    private double erratic(double mean) {
        return variance / (variance + mean * mean);
    }

    void write(StateWriter out) {
        out.single(variance);
        calibration.write(out);
    }

    void read(StateReader in) {
        variance = in.single();
        if (in.version() >= StateVersion.OF_CALIBRATION) {
            calibration.read(in);
        }
    }
}
