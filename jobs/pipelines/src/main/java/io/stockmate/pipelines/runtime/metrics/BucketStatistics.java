package io.stockmate.pipelines.runtime.metrics;

import java.util.Arrays;
import org.apache.flink.metrics.HistogramStatistics;

/**
 * Statistics over counted buckets. Every value stands for the top of its bucket, but never for more than the maximum.
 */
final class BucketStatistics extends HistogramStatistics {
    private final long[] counts;
    private final long max;
    private final long size;

    BucketStatistics(long[] counts, long max) {
        this.counts = counts;
        this.max = max;
        this.size = Arrays.stream(counts).sum();
    }

    /** The smallest value that at least the share {@code quantile} of all values does not exceed; 0 without values. */
    @Override
    public double getQuantile(double quantile) {
        long rank = Math.max(1, (long) Math.ceil(quantile * size));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return value(bucket);
            }
        }
        return max;
    }

    /** Always empty: single values are not kept. */
    @Override
    public long[] getValues() {
        return new long[0];
    }

    @Override
    public int size() {
        return Math.toIntExact(size);
    }

    @Override
    public double getMean() {
        double sum = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            sum += (double) counts[bucket] * value(bucket);
        }
        return size == 0 ? 0 : sum / size;
    }

    @Override
    public double getStdDev() {
        double mean = getMean();
        double squares = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            double distance = value(bucket) - mean;
            squares += counts[bucket] * distance * distance;
        }
        return size < 2 ? 0 : Math.sqrt(squares / (size - 1));
    }

    @Override
    public long getMax() {
        return max;
    }

    @Override
    public long getMin() {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                return value(bucket);
            }
        }
        return 0;
    }

    private long value(int bucket) {
        return Math.min(max, Buckets.topOf(bucket));
    }
}
