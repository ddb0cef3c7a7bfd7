package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns a statistic, which is never negative, into how rare it is for its own series: the tail above its 95 % quantile,
 * learned as values come (peaks over threshold), from the first two moments of the logarithm of the excess.
 */
final class Tail {
    private static final double SHARE = 0.05;
    private static final double SHARE_NATS = -StrictMath.log(SHARE);
    private static final double DECADE_NATS = StrictMath.log(10);
    private static final double SHARE_DECADES = SHARE_NATS / DECADE_NATS;
    private static final double STEP_FACTOR = 4;
    private static final double QUICK_VALUES = 500;
    private static final double STEADY_VALUES = 2000;
    private static final double SUMS_ASSUMED = 1500;
    private static final double EXCESSES_REMEMBERED = 300;
    private static final int VALUES_UNSETTLED = 20;
    private static final double EXCESS_MAX = 3;

    /** The mean log-excess of a Weibull tail is this over its power: e^c E₁(c) for a share of e^−c. */
    private static final double POWER_TIMES_EXCESS = 0.28;

    private static final double POWER_MAX = 3;
    private static final double LIGHT_EXCESS = 0.2;
    private static final double HEAVY_EXCESS_RANGE = 0.06;
    private static final double HEAVINESS_SLOPE = 1.5;
    private static final double HEAVINESS_MAX = 0.5;
    private static final double HEAVINESS_MIN = 1e-3;
    private static final double SHAPE_MIN = 0.001;
    private static final double SHAPE_MAX = 0.5;
    private static final double MOMENT_RATIO_MAX = 0.95;

    private final double stepMin;
    private final double rateMin;
    private float threshold;
    private float logExcess;
    private float logExcessSquared;
    private float values;
    private float excesses;

    /**
     * A tail of which nothing is known yet but what is assumed.
     *
     * @param excessesAssumed how many excesses the assumption is worth
     * @param values how many values the quantile looks back on
     */
    private Tail(double logExcessAssumed, double excessesAssumed, double values) {
        stepMin = 1 / values;
        logExcess = (float) logExcessAssumed;
        logExcessSquared = (float) (2 * logExcessAssumed * logExcessAssumed);
        excesses = (float) excessesAssumed;
        rateMin = 1 / (EXCESSES_REMEMBERED + 2 * excessesAssumed);
    }

    /** Of errors, whose law is the series' own. */
    static Tail ofErrors(double logExcessAssumed, double excessesAssumed) {
        return new Tail(logExcessAssumed, excessesAssumed, QUICK_VALUES);
    }

    /** Of sums over errors in units of their usual size, whose law differs little between series. */
    static Tail ofSums(double logExcessAssumed) {
        return new Tail(logExcessAssumed, SUMS_ASSUMED, STEADY_VALUES);
    }

    /**
     * −log₁₀ of the share of values that are this large; 0 as long as nothing was learned. A tail as short as a
     * Gaussian's is a Weibull's; with the mean log-excess it bends towards a Pareto's, so that Student's tails come out
     * right too.
     */
    double decades(double statistic) {
        if (statistic <= threshold || threshold <= 0) {
            return belowThreshold(statistic);
        }
        double power = StrictMath.min(POWER_MAX, POWER_TIMES_EXCESS / logExcess);
        double nats = SHARE_NATS * (StrictMath.pow(statistic / threshold, power) - 1);
        double heaviness =
                StrictMath.max(0, StrictMath.min(HEAVINESS_MAX, HEAVINESS_SLOPE * (logExcess - LIGHT_EXCESS)));
        double bent = heaviness < HEAVINESS_MIN ? nats : StrictMath.log1p(heaviness * nats) / heaviness;
        return SHARE_DECADES + bent / DECADE_NATS;
    }

    /**
     * The same by a generalised Pareto tail, which is never taken for shorter than an exponential one, with the moment
     * estimator of its shape: Dekkers, Einmahl and de Haan, Annals of Statistics 17 (1989). More cautious far out.
     */
    double cautiousDecades(double statistic) {
        if (statistic <= threshold || threshold <= 0) {
            return belowThreshold(statistic);
        }
        double ratio = StrictMath.min(MOMENT_RATIO_MAX, logExcess * logExcess / logExcessSquared);
        double curvature = 1 - 0.5 / (1 - ratio);
        double shape = StrictMath.max(SHAPE_MIN, StrictMath.min(SHAPE_MAX, logExcess + curvature));
        double width = threshold * logExcess * (1 - StrictMath.min(0, curvature));
        return SHARE_DECADES + StrictMath.log1p(shape * (statistic - threshold) / width) / shape / DECADE_NATS;
    }

    /** 0 for a tail as short as a Gaussian one, 1 for one as heavy as Student's with three degrees of freedom. */
    double heaviness() {
        return StrictMath.max(0, StrictMath.min(1, (logExcess - LIGHT_EXCESS) / HEAVY_EXCESS_RANGE));
    }

    private double belowThreshold(double statistic) {
        return threshold <= 0 ? 0 : SHARE_DECADES * statistic / threshold;
    }

    void learn(double statistic) {
        values++;
        if (threshold <= 0) {
            threshold = (float) (2 * statistic);
            return;
        }
        boolean over = statistic > threshold;
        if (over && values > VALUES_UNSETTLED) {
            excesses++;
            double rate = StrictMath.max(rateMin, 1 / excesses);
            double excess = StrictMath.min(EXCESS_MAX, StrictMath.log(statistic / threshold));
            logExcess += (float) (rate * (excess - logExcess));
            logExcessSquared += (float) (rate * (excess * excess - logExcessSquared));
        }
        double step = STEP_FACTOR * StrictMath.max(stepMin, 1 / values);
        threshold *= (float) (over ? 1 + step * (1 - SHARE) : 1 - step * SHARE);
    }

    void write(DataOutput out) throws IOException {
        out.writeFloat(threshold);
        out.writeFloat(logExcess);
        out.writeFloat(logExcessSquared);
        out.writeFloat(values);
        out.writeFloat(excesses);
    }

    void read(DataInput in) throws IOException {
        threshold = in.readFloat();
        logExcess = in.readFloat();
        logExcessSquared = in.readFloat();
        values = in.readFloat();
        excesses = in.readFloat();
    }
}
