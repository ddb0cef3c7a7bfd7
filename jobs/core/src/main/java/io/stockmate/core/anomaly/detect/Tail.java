package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns a statistic, which is never negative, into how rare it is for its own series: a generalised Pareto tail over a
 * high quantile, both learned as values come (peaks over threshold). The shape is the moment estimator of Dekkers,
 * Einmahl and de Haan, "A moment estimator for the index of an extreme-value distribution", Annals of Statistics 17
 * (1989), which serves light and heavy tails alike.
 */
final class Tail {
    /** Share of values over the threshold. */
    private static final double SHARE = 0.05;

    private static final double SHARE_DECADES = -StrictMath.log10(SHARE);
    private static final double RATE_MIN = 0.002;
    private static final double EXCESS_RATE_MIN = 0.01;
    private static final double SHAPE_MAX = 0.5;

    private double threshold;
    private double logExcess = 0.25;
    private double logExcessSquared = 0.12;
    private double values;
    private double excesses = 8;

    /** −log₁₀ of the share of values that are this large. */
    double decades(double statistic) {
        if (threshold <= 0) {
            return 0;
        }
        if (statistic <= threshold) {
            return SHARE_DECADES * statistic / threshold;
        }
        double curvature = 1 - 0.5 / (1 - StrictMath.min(0.95, logExcess * logExcess / logExcessSquared));
        double shape = StrictMath.max(0.001, StrictMath.min(SHAPE_MAX, logExcess + curvature));
        double width = threshold * logExcess * (1 - StrictMath.min(0, curvature));
        return SHARE_DECADES + StrictMath.log10(1 + shape * (statistic - threshold) / width) / shape;
    }

    void learn(double statistic) {
        values++;
        if (threshold <= 0) {
            threshold = 2 * statistic;
            return;
        }
        boolean over = statistic > threshold;
        if (over) {
            excesses++;
            double rate = StrictMath.max(EXCESS_RATE_MIN, 1 / excesses);
            double excess = StrictMath.min(3, StrictMath.log(statistic / threshold));
            logExcess += rate * (excess - logExcess);
            logExcessSquared += rate * (excess * excess - logExcessSquared);
        }
        double step = StrictMath.max(RATE_MIN, 1 / values) * 4;
        threshold *= over ? 1 + step * (1 - SHARE) : 1 - step * SHARE;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(threshold);
        out.writeDouble(logExcess);
        out.writeDouble(logExcessSquared);
        out.writeDouble(values);
        out.writeDouble(excesses);
    }

    static Tail read(DataInput in) throws IOException {
        Tail tail = new Tail();
        tail.threshold = in.readDouble();
        tail.logExcess = in.readDouble();
        tail.logExcessSquared = in.readDouble();
        tail.values = in.readDouble();
        tail.excesses = in.readDouble();
        return tail;
    }
}
