package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Something that depends on the time of day: one number per part of the UTC day, with straight lines in between. */
final class DailyProfile {
    private static final long DAY_MILLIS = 86_400_000;

    private final double rateMin;
    private final float[] points;
    private final byte[] seen;

    /**
     * A profile.
     *
     * @param parts how many of equal length the day has
     * @param start every point's first value
     * @param rateMin what the newest value of a part counts once many were seen
     */
    DailyProfile(int parts, double start, double rateMin) {
        this.rateMin = rateMin;
        points = new float[parts];
        Arrays.fill(points, (float) start);
        seen = new byte[parts];
    }

    double at(long timeMillis) {
        double place = place(timeMillis);
        int part = (int) place;
        double share = place - part;
        return points[part] * (1 - share) + points[part + 1 == points.length ? 0 : part + 1] * share;
    }

    /** Moves the profile at this time by a share of {@code error}, which is what it lacks there. */
    void learn(long timeMillis, double error) {
        double place = place(timeMillis);
        int part = (int) place;
        double share = place - part;
        double rate = StrictMath.max(rateMin, 1.0 / (1 + seen[part]));
        points[part] += (float) (rate * (1 - share) * error);
        points[part + 1 == points.length ? 0 : part + 1] += (float) (rate * share * error);
        if (seen[part] < Byte.MAX_VALUE) {
            seen[part]++;
        }
    }

    private double place(long timeMillis) {
        return Math.floorMod(timeMillis, DAY_MILLIS) * (points.length / (double) DAY_MILLIS);
    }

    void write(DataOutput out) throws IOException {
        for (float point : points) {
            out.writeFloat(point);
        }
        out.write(seen);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < points.length; i++) {
            points[i] = in.readFloat();
        }
        in.readFully(seen);
    }
}
