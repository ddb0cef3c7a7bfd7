package io.stockmate.producers.trial;

/** By what a shop orders. */
public enum Ordering {
    /** Up to a level that was set once, as soon as half of it is gone. Suggestions are made and not approved. */
    FIXED_LEVEL("FIXED"),

    /**
     * Every day up to the mean and 1.645 deviations of the last 28 days' sales over lead time and review: the textbook's
     * rule for a service of 95 %. Suggestions are made and not approved.
     */
    RECENT_MEAN("RECENT"),

    /** What is suggested is approved. */
    SUGGESTED("PLAN");

    private final String prefix;

    Ordering(String prefix) {
        this.prefix = prefix;
    }

    /** The symbol of the {@code place}-th goods, from 1, in the shop that orders so. */
    public String symbol(int place) {
        return prefix + (place < 10 ? "-0" : "-") + place;
    }
}
