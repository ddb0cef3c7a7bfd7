package io.stockmate.benchmarks.keys;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What all keys together came to, from whichever thread. */
final class KeyFigures {
    private static final int STEPS = 20;

    /** Values that were observed, missing ones included. */
    final AtomicLong values = new AtomicLong();

    /** Rows of forecasts that came of them. */
    final AtomicLong forecasts = new AtomicLong();

    /** Bytes of all pieces of all keys after their last day. */
    final AtomicLong stateBytes = new AtomicLong();

    /** The most that a key takes, after whichever day. */
    final AtomicLong stateBytesMax = new AtomicLong();

    /** Bytes of the backend's files after the last day, tables in memory apart. */
    final AtomicLong diskBytes = new AtomicLong();

    private final AtomicLong visits = new AtomicLong();
    private final long visitsInAll;
    private final long start = System.nanoTime();

    KeyFigures(long visitsInAll) {
        this.visitsInAll = visitsInAll;
    }

    /** Counts one more visit; tells every twentieth part. */
    void visited() {
        long done = visits.incrementAndGet();
        if (done * STEPS / visitsInAll != (done - 1) * STEPS / visitsInAll) {
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d visits after %.0f s%n",
                    done,
                    visitsInAll,
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
