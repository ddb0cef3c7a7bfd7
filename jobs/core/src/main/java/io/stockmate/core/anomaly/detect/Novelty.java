package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How new a value's surprise is: its rarity, and a share of that of the scatter around it, less what the series has
 * just been through. In a burst the first value stands out. Its level follows every value, believable or not, which
 * quietens what comes after a burst.
 */
final class Novelty {
    private static final double QUIET_RATE = 0.97;
    private static final double HALF_DECADES = 4.5;
    private static final double SCATTER_SHARE = 0.3;
    private static final double LEVEL_RATE_MIN = 0.005;
    private static final double SIZE_MAX = 6;

    private final Tail above = Tail.ofErrors(0.25, 8);
    private final Tail below = Tail.ofErrors(0.25, 8);
    private final Scatter quick = new Scatter(1 / 8.0, Tail.ofErrors(0.25, 8));
    private final Scatter slow = new Scatter(1 / 32.0, Tail.ofErrors(0.25, 8));
    private final Outlook outlook = new Outlook();
    private double level;
    private double recent;

    /** Takes the first value of the series. */
    void start(double value) {
        level = value;
    }

    /** 0…1 for a value, given what the season adds to the level. */
    double alarm(double value, double offset, double least, long values, boolean learns, boolean warm) {
        double error = value - outlook.expect(level + offset);
        double usual = values == 2 ? StrictMath.abs(error) : outlook.scale();
        double young = 1.0 / values;
        outlook.learn(value, least, young);
        level += StrictMath.max(LEVEL_RATE_MIN, young) * (value - level - offset);
        outlook.remember(value - level - offset);
        double size = error / (usual + least);
        double absolute = StrictMath.abs(size);
        Tail side = size > 0 ? above : below;
        double alone = side.cautiousDecades(absolute);
        if (learns) {
            side.learn(absolute);
        }
        double limited = StrictMath.min(SIZE_MAX, absolute);
        double scatter = StrictMath.max(quick.cautiousDecades(limited, learns), slow.cautiousDecades(limited, learns));
        return alarm(warm ? alone + SCATTER_SHARE * scatter : 0);
    }

    /** 0…1 for decades of surprise. */
    double alarm(double surprise) {
        double fresh = StrictMath.max(0, surprise - recent);
        recent = StrictMath.max(recent * QUIET_RATE, surprise);
        return fresh / (fresh + HALF_DECADES);
    }

    void write(DataOutput out) throws IOException {
        above.write(out);
        below.write(out);
        quick.write(out);
        slow.write(out);
        outlook.write(out);
        out.writeDouble(level);
        out.writeDouble(recent);
    }

    void read(DataInput in) throws IOException {
        above.read(in);
        below.read(in);
        quick.read(in);
        slow.read(in);
        outlook.read(in);
        level = in.readDouble();
        recent = in.readDouble();
    }
}
