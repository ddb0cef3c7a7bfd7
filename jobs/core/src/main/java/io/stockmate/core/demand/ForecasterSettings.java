package io.stockmate.core.demand;

import java.util.Arrays;
import java.util.List;

/**
 * What a {@link Forecaster} is told about its series; everything else it learns.
 *
 * @param seasons lengths of the seasons in steps, ascending: {@code [7]} for days with a week, {@code [24, 168]} for
 *     hours with a day and a week, {@code [7, 365]} for days with a week and a year; empty where there is none
 * @param regressors how many known covariates (calendar events, price …) come with each value
 */
public record ForecasterSettings(List<Integer> seasons, int regressors) {
    static final int SEASONS_MAX = 3;
    static final int SEASON_LENGTH_MAX = 1_000;
    static final int REGRESSORS_MAX = 8;

    public ForecasterSettings {
        seasons = List.copyOf(seasons);
        if (seasons.size() > SEASONS_MAX) {
            throw new IllegalArgumentException(
                    "seasons " + seasons + " are more than " + SEASONS_MAX + ": keep the strongest");
        }
        int previous = 1;
        for (int season : seasons) {
            if (season <= previous || season > SEASON_LENGTH_MAX) {
                throw new IllegalArgumentException("seasons " + seasons + ": give lengths from 2 to "
                        + SEASON_LENGTH_MAX + " steps, ascending; a longer one needs longer steps");
            }
            previous = season;
        }
        if (regressors < 0 || regressors > REGRESSORS_MAX) {
            throw new IllegalArgumentException(
                    "regressors " + regressors + " are outside 0 to " + REGRESSORS_MAX + ": keep the strongest");
        }
    }

    /** Settings without regressors; a length of 1 means no season. */
    public static ForecasterSettings seasons(int... lengths) {
        return new ForecasterSettings(
                Arrays.stream(lengths)
                        .filter(length -> length != 1)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList(),
                0);
    }

    /** Settings without seasons and regressors. */
    public static ForecasterSettings withoutSeason() {
        return new ForecasterSettings(List.of(), 0);
    }

    /** The same with {@code count} regressors. */
    public ForecasterSettings withRegressors(int count) {
        return new ForecasterSettings(seasons, count);
    }
}
