package io.stockmate.core.demand;

import java.util.Arrays;

/** The usual demand per step: smoothers of several gains, weighted by their discounted squared errors. */
final class CountLevels {
    private static final double[] GAINS = {0.02, 0.06, 0.12};

    /** The gain of the slowest. */
    static final double SLOW_GAIN = GAINS[0];

    /** Levels start from 0 and this many values: keys whose demand dies are more than those where it is born. */
    private static final int START = 4;

    private static final double LOSS_DISCOUNT = 0.99;

    private final float[] levels = new float[GAINS.length];
    private final float[] losses = new float[GAINS.length];

    void start(double level) {
        Arrays.fill(levels, (float) level);
    }

    /**
     * @param factor by what the season multiplies the level at this value
     * @param seen how many values came before
     * @param weight of the value
     */
    void observe(double value, double factor, int seen, double weight) {
        for (int i = 0; i < GAINS.length; i++) {
            double error = value - levels[i] * factor;
            losses[i] = (float) (losses[i] * LOSS_DISCOUNT + error * error);
            levels[i] += (float) (Math.max(GAINS[i], 1.0 / (seen + START)) * error * weight);
            levels[i] = Math.max(0, levels[i]);
        }
    }

    double combined() {
        double best = Double.MAX_VALUE;
        for (float loss : losses) {
            best = Math.min(best, loss);
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < GAINS.length; i++) {
            double weight = best > 0 ? thirtySecondPower(best / losses[i]) : 1;
            sum += weight * levels[i];
            weights += weight;
        }
        return sum / weights;
    }

    private static double thirtySecondPower(double value) {
        double fourth = value * value * value * value;
        double sixteenth = fourth * fourth * fourth * fourth;
        return sixteenth * sixteenth;
    }

    void write(StateWriter out) {
        out.singles(levels);
        out.singles(losses);
    }

    void read(StateReader in) {
        in.singles(levels);
        in.singles(losses);
    }
}
