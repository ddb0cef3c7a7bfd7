package io.stockmate.core.demand;

/** What a {@link Forecaster}'s state holds of its series. */
public enum StoredAs {
    /** All values, few as they are: what the series is like is not settled. */
    VALUES,

    /** A model of intermittent demand. */
    COUNTS,

    /** Smoothers on the series and its seasons; several times as large. */
    SMOOTH
}
