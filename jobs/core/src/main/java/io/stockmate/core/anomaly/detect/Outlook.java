package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One way to predict: a baseline and a short memory of the deviations from it, with the usual size of its errors. */
final class Outlook {
    private static final double RATE_MIN = 0.005;
    private static final double ERROR_RATE_MIN = 0.001;
    private static final double ERRORS_MAX = 6;

    private final ShortMemory memory = new ShortMemory();
    private double scale;
    private double meanError;
    private double baseline;
    private double expected;
    private double beyond;
    private double taken;

    /** Predicts the next value from a baseline. */
    double expect(double base) {
        baseline = base;
        expected = base + memory.expected();
        return expected;
    }

    /** The usual size of an error over the last thousand values, in the series' unit. */
    double steadyScale() {
        return meanError;
    }

    /** The usual size of an error of late. */
    double scale() {
        return scale;
    }

    /** Whether it has erred less than the other, over a long time. */
    boolean isBetterThan(Outlook other) {
        return meanError < other.meanError;
    }

    /** Learns from the value that was predicted last; an error counts no more than a few usual ones. */
    void learn(double value, double least, double young) {
        double error = value - expected;
        if (scale == 0) {
            scale = StrictMath.abs(error);
        }
        double limit = ERRORS_MAX * (scale + least);
        double limited = StrictMath.max(-limit, StrictMath.min(limit, error));
        memory.learn(expected - baseline + limited, young);
        double before = beyond;
        beyond = error - limited;
        taken = before * beyond > 0 ? value : expected + limited;
        scale += StrictMath.max(RATE_MIN, young) * (StrictMath.abs(limited) - scale);
        meanError += StrictMath.max(ERROR_RATE_MIN, young) * (StrictMath.abs(limited) - meanError);
    }

    /** Takes a value's deviation from a baseline as the last one. */
    void remember(double deviation) {
        memory.remember(deviation);
    }

    /**
     * Takes the deviation of the value learned last, as far as it can be believed: a value far off is a few usual
     * errors off until the next one is far off on the same side, so that a spike leaves no trace and a step is
     * followed.
     */
    void rememberBelieved(double base) {
        memory.remember(taken - base);
    }

    void write(DataOutput out) throws IOException {
        memory.write(out);
        out.writeDouble(scale);
        out.writeDouble(meanError);
        out.writeDouble(beyond);
    }

    void read(DataInput in) throws IOException {
        memory.read(in);
        scale = in.readDouble();
        meanError = in.readDouble();
        beyond = in.readDouble();
    }
}
