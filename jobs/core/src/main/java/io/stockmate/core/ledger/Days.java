package io.stockmate.core.ledger;

/** UTC days of book time, counted from the epoch. */
final class Days {
    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private Days() {}

    static long of(long ts) {
        return Math.floorDiv(ts, DAY_MS);
    }

    /** Its start in epoch milliseconds UTC. */
    static long start(long day) {
        return Math.multiplyExact(day, DAY_MS);
    }
}
