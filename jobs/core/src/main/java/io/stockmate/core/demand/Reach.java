package io.stockmate.core.demand;

import java.util.List;

/**
 * What the length of its first season says of a series.
 *
 * @param horizon how many steps ahead experts are judged: about as far as series of such a season are forecast
 * @param growth the power of the steps ahead by which errors grow: those of yearly values as a random walk's, within a
 *     year less, within a week hardly
 */
record Reach(int horizon, double growth) {
    private static final int HORIZON_MIN = 6;
    private static final int HORIZON_MAX = 48;
    private static final double GROWTH_OF_LEVEL_MAX = 0.1;

    private static final double FEW_OF_LEVEL_TOTALS = 1;

    static Reach of(List<Integer> seasons) {
        return seasons.isEmpty() ? new Reach(HORIZON_MIN, 0.8) : of(seasons.get(0));
    }

    private static Reach of(int season) {
        return new Reach(
                switch (season) {
                    case 2, 3, 4 -> 8;
                    case 26, 52, 53 -> 26;
                    default ->
                        season < 12 ? 4 * season : Math.min(HORIZON_MAX, season < 20 ? 3 * season / 2 : 2 * season);
                },
                switch (season) {
                    case 2, 3, 4, 6, 12, 13, 26, 52, 53, 365 -> 0.4;
                    default -> 0.05;
                });
    }

    /**
     * The same for totals, of which each value gives several errors: where values but scatter around a level, a week of
     * them tells, and what is bought by wider intervals stays on the shelf for weeks.
     */
    double fewOfTotals() {
        return growth < GROWTH_OF_LEVEL_MAX ? FEW_OF_LEVEL_TOTALS : ErrorScale.FEW;
    }

    /** By how much intervals widen while errors are few. */
    double few() {
        return growth < GROWTH_OF_LEVEL_MAX ? ErrorScale.FEW_OF_LEVEL : ErrorScale.FEW;
    }
}
