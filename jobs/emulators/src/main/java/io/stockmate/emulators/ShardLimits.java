package io.stockmate.emulators;

import java.util.function.LongSupplier;

/**
 * What a shard of AWS's takes and gives in a second: 1,000 records and 1 MiB in, 5 reads and 2 MiB out, where a reply
 * may be larger and delays the reads after it.
 */
final class ShardLimits {
    private static final long RECORDS_IN = 1_000;
    private static final long BYTES_IN = 1 << 20;
    private static final long READS_OUT = 5;
    private static final long BYTES_OUT = 2 << 20;

    private final Allowance recordsIn;
    private final Allowance bytesIn;
    private final Allowance readsOut;
    private final Allowance bytesOut;

    ShardLimits(LongSupplier nanoTime) {
        recordsIn = new Allowance(RECORDS_IN, nanoTime);
        bytesIn = new Allowance(BYTES_IN, nanoTime);
        readsOut = new Allowance(READS_OUT, nanoTime);
        bytesOut = new Allowance(BYTES_OUT, nanoTime);
    }

    /** Whether the shard takes the record; if so, it counts. */
    synchronized boolean takes(NewRecord record) {
        if (!recordsIn.has(1) || !bytesIn.has(record.bytes())) {
            return false;
        }
        recordsIn.take(1);
        bytesIn.take(record.bytes());
        return true;
    }

    /** Whether the shard may be read; if so, it counts. */
    synchronized boolean allowsRead() {
        if (!readsOut.has(1) || !bytesOut.has(1)) {
            return false;
        }
        readsOut.take(1);
        return true;
    }

    /** Counts what a read gave. */
    void gave(long bytes) {
        bytesOut.take(bytes);
    }
}
