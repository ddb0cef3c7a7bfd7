package io.stockmate.benchmarks.faults;

import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest size at which the odds, given the very values that are observed, reach a million to one. So no
 * fault is hidden by chance from one who knows the law, and none is plainer than it must be.
 */
final class Sizing {
    private static final double LOG_ODDS = Math.log(1e6);
    private static final double SIZE_MIN = 0.1;
    private static final double SIZE_STEP = 1.03;
    private static final double SIZE_MAX = 1e4;
    private static final int LENGTH_MAX = 100;

    private Sizing() {}

    /** The size, or NaN where no size makes this fault so plain here. */
    static double of(CleanSeries series, Fault fault, int at) {
        double size = fault.sizedByLength() ? 1 : SIZE_MIN;
        double max = fault.sizedByLength() ? LENGTH_MAX : SIZE_MAX;
        while (size <= max) {
            @Nullable Planted planted = series.plant(fault, at, size);
            if (planted == null) {
                return Double.NaN;
            }
            if (planted.logOdds() >= LOG_ODDS) {
                return size;
            }
            size = fault.sizedByLength() ? size + 1 : size * SIZE_STEP;
        }
        return Double.NaN;
    }

    /** Half of it; at least one value where the size is a length. */
    static double half(Fault fault, double size) {
        return fault.sizedByLength() ? Math.ceil(size / 2) : size / 2;
    }
}
