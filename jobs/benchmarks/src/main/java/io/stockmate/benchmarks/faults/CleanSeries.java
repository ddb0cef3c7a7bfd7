package io.stockmate.benchmarks.faults;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A series without anomalies, of a known law. */
interface CleanSeries {
    /** Share of values that do not come although nothing is wrong, at random. */
    double MISSING_SHARE = 0.005;

    /** Values of five minutes; NaN for one that does not come. */
    double[] values();

    /** The anomaly of this size from {@code at} on, or null where this law has no such anomaly. */
    @Nullable
    Planted plant(Fault fault, int at, double size);

    /** Values that do not come. */
    static Planted missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return new Planted(values, -count * Math.log(MISSING_SHARE));
    }
}
