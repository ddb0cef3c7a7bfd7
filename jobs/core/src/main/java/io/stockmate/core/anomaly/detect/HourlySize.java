package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much larger or smaller than usual errors are at an hour of the day. It is used only where it has made the errors
 * more likely, by Laplace's law, than one size for the whole day.
 */
final class HourlySize {
    private static final double RATE = 0.01;
    private static final double SIZE_MAX = 4;
    private static final double FACTOR_MIN = 0.2;
    private static final double GAIN_RATE = 0.0005;
    private static final double GAIN_MIN = 0.008;

    private final DailyProfile sizes = new DailyProfile(24, 1, RATE);
    private float gain;
    private float values;

    /** The factor at a time, 1 as long as the profile is not of use. */
    double at(long timeMillis) {
        return gain > GAIN_MIN ? factor(timeMillis) : 1;
    }

    private double factor(long timeMillis) {
        return StrictMath.max(FACTOR_MIN, sizes.at(timeMillis));
    }

    /** Learns the size of an error in units of the usual one. */
    void learn(long timeMillis, double size) {
        double limited = StrictMath.min(SIZE_MAX, size);
        double factor = factor(timeMillis);
        values++;
        double gained = limited - limited / factor - StrictMath.log(factor);
        gain += (float) (StrictMath.max(GAIN_RATE, 1 / (values + 200)) * (gained - gain));
        sizes.learn(timeMillis, limited - sizes.at(timeMillis));
    }

    void write(DataOutput out) throws IOException {
        sizes.write(out);
        out.writeFloat(gain);
        out.writeFloat(values);
    }

    void read(DataInput in) throws IOException {
        sizes.read(in);
        gain = in.readFloat();
        values = in.readFloat();
    }
}
