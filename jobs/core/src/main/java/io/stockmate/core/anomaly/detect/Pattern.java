package io.stockmate.core.anomaly.detect;

/** What is unusual about a value, in the words of an alert. */
public enum Pattern {
    /** Nothing. */
    NONE,

    /** One value far above what was expected. */
    SPIKE,

    /** One value far below what was expected. */
    DIP,

    /** Several values on one side of what was expected. */
    SHIFT,

    /** Values that scatter more, or less, than they used to. */
    VARIANCE,

    /** A value that repeats itself more often than it used to. */
    FROZEN,

    /** Values that did not come. */
    MISSING
}
