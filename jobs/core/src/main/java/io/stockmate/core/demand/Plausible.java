package io.stockmate.core.demand;

/**
 * Bounds values that lie far from everything before them (winsorising: Gelper, Fried and Croux, Robust forecasting with
 * exponential and Holt-Winters smoothing, 2010): a single huge sale would widen forecasts for months. Each further
 * value beyond the same bound has four times the room, so that a new level is learned within days.
 */
final class Plausible {
    /** So many usual errors beyond what is usual and what came last a value is taken as it is. */
    private static final double ERRORS = 6;

    private static final int VALUES_BEFORE = 16;
    private static final int STREAK_MAX = 15;
    private static final int BITS_OF_STREAK = 4;

    private boolean isAbove;
    private int streak;

    /**
     * The value, or the bound beyond which it lies.
     *
     * @param factor that of the season at this value
     * @param error the usual one; NaN while not known
     */
    double read(double value, Path path, double factor, double error) {
        if (path.seen() < VALUES_BEFORE || !(error > 0)) {
            return value;
        }
        double low = Math.min(path.usual(), path.last()) * factor;
        double high = Math.max(path.usual(), path.last()) * factor;
        return bounded(value, low, high, error);
    }

    /**
     * The value, or the bound beyond which it lies.
     *
     * @param lowest what is usual
     * @param highest what is usual
     * @param error the usual one
     */
    double bounded(double value, double lowest, double highest, double error) {
        double room = ERRORS * error;
        double low = lowest - room * times(false);
        double high = highest + room * times(true);
        if (value >= low && value <= high) {
            streak = 0;
            return value;
        }
        boolean above = value > high;
        streak = above == isAbove ? Math.min(STREAK_MAX, streak + 1) : 1;
        isAbove = above;
        return above ? high : low;
    }

    private int times(boolean above) {
        return above == isAbove ? 1 << 2 * streak : 1;
    }

    /** The whole state. */
    int toBits() {
        return streak | (isAbove ? 1 : 0) << BITS_OF_STREAK;
    }

    void read(int bits) {
        streak = bits & STREAK_MAX;
        isAbove = bits >> BITS_OF_STREAK != 0;
    }
}
