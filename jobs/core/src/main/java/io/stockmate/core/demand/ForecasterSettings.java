package io.stockmate.core.demand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a {@link Forecaster} is told about its series; everything else it learns.
 *
 * @param seasons lengths of the seasons in steps, ascending: {@code [7]} for days with a week, {@code [24, 168]} for
 *     hours with a day and a week, {@code [7, 365]} for days with a week and a year; empty where there is none
 * @param effects one per known covariate (calendar events, price …) that comes with each value: by how much one unit of
 *     it is taken to move the value, as a share of what is usual, until values tell; 0 where nobody knows
 */
public record ForecasterSettings(List<Integer> seasons, List<Double> effects) {
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
        effects = List.copyOf(effects);
        if (effects.size() > REGRESSORS_MAX) {
            throw new IllegalArgumentException(
                    "effects " + effects + " are more than " + REGRESSORS_MAX + ": keep the strongest");
        }
        for (double effect : effects) {
            if (!Double.isFinite(effect)) {
                throw new IllegalArgumentException(
                        "effects " + effects + ": " + effect + " is no number: give 0 where one is unknown");
            }
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
                List.of());
    }

    /** Settings without seasons and regressors. */
    public static ForecasterSettings withoutSeason() {
        return new ForecasterSettings(List.of(), List.of());
    }

    /** The same with a covariate for each of {@code effects}. */
    public ForecasterSettings withEffects(double... effects) {
        return new ForecasterSettings(seasons, DoubleStream.of(effects).boxed().toList());
    }

    /** How many covariates come with each value. */
    int regressors() {
        return effects.size();
    }

    /** @throws IllegalArgumentException where there is no step to forecast, or its covariates are not known */
    void checkHorizon(int horizon, double[][] regressors) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon " + horizon + " is below 1: ask for at least the next step");
        }
        if (regressors() > 0 && regressors.length != horizon) {
            throw new IllegalArgumentException("covariates of " + regressors.length + " steps for a horizon of "
                    + horizon + ": give those of every step");
        }
        for (double[] covariates : regressors) {
            check(covariates);
        }
    }

    /** @throws IllegalArgumentException where these are no covariates of one step */
    void check(double[] regressors) {
        if (regressors.length != regressors()) {
            throw new IllegalArgumentException(regressors.length + " covariates; the settings say " + regressors());
        }
        for (double covariate : regressors) {
            if (!Double.isFinite(covariate)) {
                throw new IllegalArgumentException(
                        "covariate " + covariate + " is no number: give 0 where it is unknown");
            }
        }
    }
}
