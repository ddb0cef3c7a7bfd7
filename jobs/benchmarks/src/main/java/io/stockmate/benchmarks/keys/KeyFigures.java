package io.stockmate.benchmarks.keys;

import io.stockmate.core.demand.StoredAs;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What all keys together came to, from whichever thread. */
final class KeyFigures {
    private static final int STEPS = 20;

    /** Values that were observed, missing ones included. */
    final AtomicLong values = new AtomicLong();

    /** Rows of forecasts that came of them. */
    final AtomicLong forecasts = new AtomicLong();

    /** Bytes of the backend's files after the last day, tables in memory apart. */
    final AtomicLong diskBytes = new AtomicLong();

    // Bytes of all pieces of a key: after whichever day, and after the last one.
    private final AtomicLong stateBytesMax = new AtomicLong();
    private final AtomicLong stateBytes = new AtomicLong();

    // By how a key is stored after its last day.
    private final AtomicLongArray keysStored = new AtomicLongArray(StoredAs.values().length);
    private final AtomicLongArray stateBytesStoredMax = new AtomicLongArray(StoredAs.values().length);

    private final Set<Long> keysOver = ConcurrentHashMap.newKeySet();
    private final AtomicLong visits = new AtomicLong();
    private final long visitsInAll;
    private final long start = System.nanoTime();

    KeyFigures(long visitsInAll) {
        this.visitsInAll = visitsInAll;
    }

    /** What a key takes after a day. */
    void took(long key, int bytes) {
        stateBytesMax.accumulateAndGet(bytes, Math::max);
        if (bytes > KeyLimits.STATE_BYTES) {
            keysOver.add(key);
        }
    }

    /** How a key is stored after its last day. */
    void ended(StoredAs as, int bytes) {
        stateBytes.addAndGet(bytes);
        keysStored.incrementAndGet(as.ordinal());
        stateBytesStoredMax.accumulateAndGet(as.ordinal(), bytes, Math::max);
    }

    /** How many keys took more than they may after any day. */
    long keysOver() {
        return keysOver.size();
    }

    /** The fields of the last line that tell of the state of so many keys. */
    String state(long keys) {
        StringBuilder fields = new StringBuilder();
        fields.append(String.format(
                Locale.ROOT,
                "state_bytes_mean=%.1f state_bytes_max=%d",
                (double) stateBytes.get() / keys,
                stateBytesMax.get()));
        for (StoredAs as : StoredAs.values()) {
            String name = as.name().toLowerCase(Locale.ROOT);
            fields.append(String.format(
                    Locale.ROOT,
                    " keys_as_%s=%d state_bytes_as_%s_max=%d",
                    name,
                    keysStored.get(as.ordinal()),
                    name,
                    stateBytesStoredMax.get(as.ordinal())));
        }
        return fields.toString();
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
