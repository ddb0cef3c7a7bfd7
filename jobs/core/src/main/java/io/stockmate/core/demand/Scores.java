package io.stockmate.core.demand;

/** The standard normal's values at the probabilities of {@link DemandDistribution}. */
final class Scores {
    private static final double[] SCORES = {
        -2.575829, -1.959964, -1.644854, -1.281552, -0.841621, -0.524401, -0.253347, 0, 0.253347, 0.524401, 0.841621,
        1.281552, 1.644854, 1.959964, 2.326348, 2.575829
    };

    static final int COUNT = SCORES.length;

    private Scores() {}

    static double at(int place) {
        return SCORES[place];
    }
}
