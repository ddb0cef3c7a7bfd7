package io.stockmate.producers.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what a shop orders. */
public enum Ordering {
    /** Up to a level that was set once, as soon as half of it is gone. Suggestions are made and not approved. */
    FIXED_LEVEL("FIXED", 0),

    /**
     * Every day up to the mean of the last 28 days' sales over lead time and review and so many deviations above it,
     * the textbook's rule; one shop for each of several safety factors, 1.645 being that for a service of 95 %.
     * Suggestions are made and not approved.
     */
    MEAN_AND_1("MEAN1", 1),
    MEAN_AND_1645("MEAN1645", 1.645),
    MEAN_AND_25("MEAN25", 2.5),
    MEAN_AND_35("MEAN35", 3.5),
    MEAN_AND_5("MEAN5", 5),

    /** What is suggested is approved. */
    SUGGESTED("PLAN", 0);

    /** Those that order by the last 28 days' mean, the safety factors ascending. */
    public static final List<Ordering> BY_MEAN =
            Arrays.stream(values()).filter(ordering -> ordering.safety > 0).toList();

    private final String prefix;
    private final double safety;

    Ordering(String prefix, double safety) {
        this.prefix = prefix;
        this.safety = safety;
    }

    /** How many deviations are held above the mean; 0 where another rule holds. */
    public double safety() {
        return safety;
    }

    /** Names its figures: lower case, without dots. */
    public String key() {
        return switch (this) {
            case FIXED_LEVEL -> "fixed";
            case SUGGESTED -> "approved";
            case MEAN_AND_1, MEAN_AND_1645, MEAN_AND_25, MEAN_AND_35, MEAN_AND_5 ->
                prefix.toLowerCase(Locale.ROOT).replace("mean", "mean28_z");
        };
    }

    /** The symbol of the {@code place}-th goods, from 1, in the shop that orders so. */
    public String symbol(int place) {
        return prefix + (place < 10 ? "-0" : "-") + place;
    }
}
