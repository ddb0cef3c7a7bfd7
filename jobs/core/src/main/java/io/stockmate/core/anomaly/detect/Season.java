package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a series usually adds to its level at a time of day. It is used only where it explains a good part of the
 * deviations from the level, so that a series without a daily pattern does not pay for one.
 */
final class Season {
    private static final int PARTS = 48;
    private static final double RATE = 0.05;
    private static final double DEVIATION_RATE = 0.002;
    private static final double UNEXPLAINED_MAX = 0.7;
    private static final double DEVIATIONS_MAX = 6;

    private final DailyProfile offsets = new DailyProfile(PARTS, 0, RATE);
    private float deviation;
    private float unexplained;

    /** The offset at a time, 0 as long as the profile explains too little. */
    double at(long timeMillis) {
        return unexplained < UNEXPLAINED_MAX * deviation ? offsets.at(timeMillis) : 0;
    }

    /** Learns a deviation from the level, given the usual size of what is left of deviations. */
    void learn(long timeMillis, double fromLevel, double usual) {
        double limit = DEVIATIONS_MAX * usual;
        double rest = fromLevel - offsets.at(timeMillis);
        deviation += (float) (DEVIATION_RATE * (StrictMath.min(StrictMath.abs(fromLevel), limit) - deviation));
        unexplained += (float) (DEVIATION_RATE * (StrictMath.min(StrictMath.abs(rest), limit) - unexplained));
        offsets.learn(timeMillis, StrictMath.max(-limit, StrictMath.min(limit, rest)));
    }

    void write(DataOutput out) throws IOException {
        offsets.write(out);
        out.writeFloat(deviation);
        out.writeFloat(unexplained);
    }

    void read(DataInput in) throws IOException {
        offsets.read(in);
        deviation = in.readFloat();
        unexplained = in.readFloat();
    }
}
