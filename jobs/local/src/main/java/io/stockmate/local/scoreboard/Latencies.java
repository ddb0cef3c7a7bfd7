package io.stockmate.local.scoreboard;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long things took, in whole milliseconds: exact up to a minute, beyond that as a minute and the longest. */
public final class Latencies {
    private static final int LONGEST_COUNTED_MS = 60_000;

    private final AtomicLongArray counts = new AtomicLongArray(LONGEST_COUNTED_MS + 1);
    private volatile long count;
    private volatile long max;

    /** One thread adds; a negative time counts as 0. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    public void add(long milliseconds) {
        long counted = Math.max(0, milliseconds);
        counts.incrementAndGet((int) Math.min(counted, LONGEST_COUNTED_MS));
        max = Math.max(max, counted);
        count++;
    }

    public long count() {
        return count;
    }

    public long max() {
        return max;
    }

    /** The smallest time that at least {@code percent} of all did not exceed; 0 where there are none. */
    public long percentile(int percent) {
        long wanted = (count * percent + 99) / 100;
        long seen = 0;
        for (int milliseconds = 0; milliseconds < LONGEST_COUNTED_MS; milliseconds++) {
            seen += counts.get(milliseconds);
            if (seen >= wanted && seen > 0) {
                return milliseconds;
            }
        }
        return max;
    }
}
