package io.stockmate.core.anomaly.movement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often a key moves: a Poisson process whose rate has a Gamma distribution, begun with half a movement in 20 days.
 * The wait that is just ending counts as time without a movement, so a key that slept long is expected to sleep on.
 */
final class Pace {
    private static final double DAY_MILLIS = 86_400_000;
    private static final double PRIOR_MOVEMENTS = 0.5;
    private static final double PRIOR_DAYS = 20;

    private long movements;
    private long firstMillis;
    private long lastMillis;

    /** Days between movements, as expected at this time with all that was learnt before. */
    double waitDays(long timeMillis) {
        double days = movements == 0 ? 0 : StrictMath.max(0, latest(timeMillis) - firstMillis) / DAY_MILLIS;
        return (PRIOR_DAYS + days) / (PRIOR_MOVEMENTS + movements);
    }

    void learn(long timeMillis) {
        if (movements++ == 0) {
            firstMillis = timeMillis;
            lastMillis = timeMillis;
        }
        lastMillis = latest(timeMillis);
    }

    private long latest(long timeMillis) {
        return Math.max(lastMillis, timeMillis);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(movements);
        out.writeLong(firstMillis);
        out.writeLong(lastMillis);
    }

    static Pace read(DataInput in) throws IOException {
        Pace pace = new Pace();
        pace.movements = in.readLong();
        pace.firstMillis = in.readLong();
        pace.lastMillis = in.readLong();
        return pace;
    }
}
