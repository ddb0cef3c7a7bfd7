package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Predicts a deviation from its last value and its running mean by least squares with forgetting. Between them lie
 * noise, autoregressions, exponential smoothing and random walks.
 */
final class ShortMemory {
    private static final double MEAN_RATE = 0.2;
    private static final double MOMENT_RATE_MIN = 0.002;
    private static final double RIDGE = 1.0002;
    private static final double RIDGE_ABSOLUTE = 1e-12;

    private double last;
    private double mean;
    private double lastLast;
    private double lastMean;
    private double meanMean;
    private double nextLast;
    private double nextMean;
    private double onLast;
    private double onMean;

    double expected() {
        return onLast * last + onMean * (last - mean);
    }

    /** Learns how {@code deviation} followed from what was before it. */
    void learn(double deviation, double rate) {
        double used = StrictMath.max(MOMENT_RATE_MIN, rate);
        lastLast += used * (last * last - lastLast);
        double mean = last - this.mean;
        lastMean += used * (last * mean - lastMean);
        meanMean += used * (mean * mean - meanMean);
        nextLast += used * (last * deviation - nextLast);
        nextMean += used * (mean * deviation - nextMean);
        solve();
    }

    private void solve() {
        double a = lastLast * RIDGE + RIDGE_ABSOLUTE;
        double d = meanMean * RIDGE + RIDGE_ABSOLUTE;
        double determinant = a * d - lastMean * lastMean;
        onLast = limited((nextLast * d - nextMean * lastMean) / determinant);
        onMean = limited((nextMean * a - nextLast * lastMean) / determinant);
    }

    /** Takes a deviation as the last one. */
    void remember(double deviation) {
        last = deviation;
        mean += MEAN_RATE * (deviation - mean);
    }

    private static double limited(double weight) {
        return StrictMath.max(-1, StrictMath.min(1, weight));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(last);
        out.writeDouble(mean);
        out.writeDouble(lastLast);
        out.writeDouble(lastMean);
        out.writeDouble(meanMean);
        out.writeDouble(nextLast);
        out.writeDouble(nextMean);
    }

    void read(DataInput in) throws IOException {
        last = in.readDouble();
        mean = in.readDouble();
        lastLast = in.readDouble();
        lastMean = in.readDouble();
        meanMean = in.readDouble();
        nextLast = in.readDouble();
        nextMean = in.readDouble();
        solve();
    }
}
