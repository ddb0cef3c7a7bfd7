package io.stockmate.core.state;

/** UTC days of book time, counted from the epoch. */
public final class Days {
    /** How long one is. */
    public static final long MS = 24L * 60 * 60 * 1000;

    private Days() {}

    /** The day of a time in epoch milliseconds. */
    public static long of(long ts) {
        return Math.floorDiv(ts, MS);
    }

    /** Its start in epoch milliseconds UTC. */
    public static long start(long day) {
        return Math.multiplyExact(day, MS);
    }
}
