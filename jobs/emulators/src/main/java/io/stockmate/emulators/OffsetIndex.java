package io.stockmate.emulators;

import java.util.Arrays;

/** Where in its file, and when, every 64th record of a shard begins: a quarter of a byte a record. */
final class OffsetIndex {
    static final int STRIDE = 64;

    private long[] offsets = new long[16];
    private long[] arrivals = new long[16];
    private int entries;
    private long records;

    /** To be told of every record, in order. */
    void add(long offset, long arrivedAt) {
        if (records++ % STRIDE != 0) {
            return;
        }
        if (entries == offsets.length) {
            offsets = Arrays.copyOf(offsets, entries * 2);
            arrivals = Arrays.copyOf(arrivals, entries * 2);
        }
        offsets[entries] = offset;
        arrivals[entries] = arrivedAt;
        entries++;
    }

    /** The number of records told of. */
    long size() {
        return records;
    }

    /** The offset of record {@code position} rounded down to the stride. */
    long offset(long position) {
        return offsets[(int) (position / STRIDE)];
    }

    /** A position, a multiple of the stride, at or before the first record that arrived at {@code time} or later. */
    long positionBefore(long time) {
        int low = 0;
        int high = entries;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivals[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (long) Math.max(0, low - 1) * STRIDE;
    }
}
