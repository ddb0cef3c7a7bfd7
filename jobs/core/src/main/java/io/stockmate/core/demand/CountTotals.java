package io.stockmate.core.demand;

/**
 * The distribution of intermittent demand over several days: nothing with the probability that no day has any, else
 * lognormal, with the expected mean and variance. Squared errors of single days give the variance; the rarer and larger
 * the demands, the less their past tells of it, and the more is added.
 */
final class CountTotals {
    private static final double GAIN = 0.02;
    /** The variance starts from 0 and this many days, as levels do. */
    private static final int START = 4;

    private static final double SOME_MIN = 1e-3;
    private static final double RELATIVE_VARIANCE_MIN = 0.01;
    /** What the deviation of a category's values from their forecasts, a mean absolute one, says of their variance. */
    private static final double VARIANCE_OF_DEVIATION = 1.5;

    private float variance;

    void start(double deviation) {
        variance = (float) (VARIANCE_OF_DEVIATION * deviation * deviation);
    }

    /** @param seen how many values came before */
    void observe(double error, int seen) {
        variance += (float) (Math.max(GAIN, 1.0 / (seen + START)) * (error * error - variance));
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
            double relative =
                    Math.max(RELATIVE_VARIANCE_MIN, (days * uncertain(mean / days) / (mean * mean) + 1) * some - 1);
            double spread = StrictMath.log(1 + relative);
            for (int i = 0; i < values.length; i++) {
                double within = (probabilities[i] - (1 - some)) / some;
                values[i] = within <= 0
                        ? 0
                        : mean / some * StrictMath.exp(StrictMath.sqrt(spread) * NormalScore.of(within) - spread / 2);
            }
        }
        return DemandDistribution.of(mean, values);
    }

    /** The variance of a day: up to twice the estimate, where it is far above the square of the mean. */
    private double uncertain(double mean) {
        return variance * (1 + variance / (variance + mean * mean));
    }

    void write(StateWriter out) {
        out.single(variance);
    }

    void read(StateReader in) {
        variance = in.single();
    }
}
