package io.stockmate.core.demand;

import java.util.List;

/**
 * The profiles of a series' seasons, and the versions of it that are forecast: as it is, and adjusted at each speed.
 */
final class Seasons {
    private final SeasonProfile[] profiles;

    Seasons(List<Integer> lengths) {
        profiles = lengths.stream().map(SeasonProfile::new).toArray(SeasonProfile[]::new);
    }

    int count() {
        return profiles.length;
    }

    SeasonProfile profile(int season) {
        return profiles[season];
    }

    /** How many paths there may be. */
    int paths() {
        return profiles.length == 0 ? 1 : 1 + SeasonProfile.SPEEDS;
    }

    /** How many paths are in use: the series alone until its first season is usable. */
    int used() {
        return profiles.length > 0 && profiles[0].usable() ? paths() : 1;
    }

    /** By what all seasons multiply the value of a path at {@code time}. */
    double factor(int path, int time) {
        double factor = 1;
        if (path > 0) {
            for (SeasonProfile profile : profiles) {
                factor *= profile.factor(path - 1, time);
            }
        }
        return factor;
    }

    /** Errors grow with the season's factor, but less than it. */
    double unit(int time) {
        return StrictMath.sqrt(factor(used() - 1, time));
    }

    void write(StateWriter out) {
        for (SeasonProfile profile : profiles) {
            profile.write(out);
        }
    }

    void read(StateReader in) {
        for (SeasonProfile profile : profiles) {
            profile.read(in);
        }
    }
}
