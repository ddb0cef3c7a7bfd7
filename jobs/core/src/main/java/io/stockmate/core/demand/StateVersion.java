package io.stockmate.core.demand;

/** The versions of a forecaster's state, and what came with them. */
final class StateVersion {
    static final int CURRENT = 7;

    /** Of those that are still read. */
    static final int FIRST = 2;

    /** States before know no schedule. */
    static final int OF_SCHEDULE = 4;

    /** States before do not tell the zeros of each place of the season. */
    static final int OF_ZEROS = 5;

    /** States before tell the zeros of the first three seasons only. */
    static final int OF_DOUBT = 6;

    /** States before know no totals of intermittent demand, and count a category's zeros among the series' own. */
    static final int OF_CALIBRATION = 7;

    private StateVersion() {}

    static void check(int version) {
        if (version < FIRST || version > CURRENT) {
            throw new IllegalArgumentException("a forecaster's state of version " + version
                    + "; this program reads versions " + FIRST + " to " + CURRENT);
        }
    }
}
