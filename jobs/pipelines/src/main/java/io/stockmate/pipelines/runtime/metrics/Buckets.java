package io.stockmate.pipelines.runtime.metrics;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.flink.metrics.HistogramStatistics;

/** Counts of values by size, 32 buckets per power of two. */
final class Buckets {
    private static final int STEP_BITS = 5;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int SIZE = (Long.SIZE - STEP_BITS) * STEPS;

    private final AtomicLongArray counts = new AtomicLongArray(SIZE);
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong max = new AtomicLong();

    long count() {
        return count.getPlain();
    }

    void add(long value) {
        int bucket = bucketOf(value);
        counts.setRelease(bucket, counts.getPlain(bucket) + 1);
        count.setRelease(count.getPlain() + 1);
        if (value > max.getPlain()) {
            max.setRelease(value);
        }
    }

    void clear() {
        for (int bucket = 0; bucket < SIZE; bucket++) {
            counts.setRelease(bucket, 0);
        }
        count.setRelease(0);
        max.setRelease(0);
    }

    HistogramStatistics statisticsWith(Buckets other) {
        long[] sum = new long[SIZE];
        for (int bucket = 0; bucket < SIZE; bucket++) {
            sum[bucket] = counts.getAcquire(bucket) + other.counts.getAcquire(bucket);
        }
        return new BucketStatistics(sum, Math.max(max.getAcquire(), other.max.getAcquire()));
    }

    /** Values up to 31 have a bucket each; above, the five bits behind the leading one choose it. */
    static int bucketOf(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        int step = (int) (value >>> (exponent - STEP_BITS)) & (STEPS - 1);
        return (exponent - STEP_BITS + 1) * STEPS + step;
    }

    /** The largest value of a bucket. */
    static long topOf(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int exponent = bucket / STEPS - 1 + STEP_BITS;
        long width = 1L << (exponent - STEP_BITS);
        long bottom = (STEPS + bucket % STEPS) * width;
        return bottom + width - 1;
    }
}
