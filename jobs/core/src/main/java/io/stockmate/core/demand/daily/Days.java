package io.stockmate.core.demand.daily;

/** Days of book time, UTC, counted from 1970. */
final class Days {
    static final long MS = 24L * 60 * 60 * 1000;

    private Days() {}

    static long of(long ts) {
        return Math.floorDiv(ts, MS);
    }

    static long start(long day) {
        return day * MS;
    }
}
