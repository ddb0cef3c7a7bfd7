package io.stockmate.benchmarks.lake;

import io.stockmate.lake.LakeRow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Hands out rows at an even pace, each at its time or, after it was held up, at once, and keeps how long it was held up
 * at most: while it handed over a row, or from one row to the next, for a task whose output is full is not asked for
 * more. One at a time in a process.
 */
final class PacedRows extends RichFlatMapFunction<Long, LakeRow> implements CheckpointListener {
    /** Where writing starts classes are loaded and compiled: what comes before is not measured. */
    static final long WARM_UP_SECONDS = 10;

    /** Every second one trades, which makes three rows of an order six. */
    private static final double ROWS_PER_ORDER = 4.5;

    private static final long SPAN_MILLIS = 9_000;

    static final AtomicLong STALL_NANOS_MAX = new AtomicLong();
    static final AtomicLong OPENED_MS = new AtomicLong();
    static final AtomicInteger CHECKPOINTS = new AtomicInteger();

    private final long rowsPerSecond;
    private transient @Nullable MarketRows rows;
    private transient long start;
    private transient long told;
    private transient long warmUpRows;
    private transient long left;

    PacedRows(long rowsPerSecond) {
        this.rowsPerSecond = rowsPerSecond;
    }

    @Override
    public void open(Configuration parameters) {
        // Book time goes as fast as the clock.
        rows = new MarketRows(Math.round(rowsPerSecond * SPAN_MILLIS / 1_000 / ROWS_PER_ORDER), SPAN_MILLIS);
        OPENED_MS.set(System.currentTimeMillis());
        start = System.nanoTime();
        left = start;
        warmUpRows = WARM_UP_SECONDS * rowsPerSecond;
        STALL_NANOS_MAX.set(0);
        CHECKPOINTS.set(0);
    }

    @Override
    public void flatMap(Long number, Collector<LakeRow> out) {
        long due = start + TimeUnit.SECONDS.toNanos(told) / rowsPerSecond;
        keepStall(System.nanoTime() - left);
        told++;
        while (due - System.nanoTime() > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        if (rows != null) {
            LakeRow row = rows.next();
            long before = System.nanoTime();
            out.collect(row);
            left = System.nanoTime();
            keepStall(left - before);
        }
    }

    private void keepStall(long nanos) {
        if (told > warmUpRows) {
            STALL_NANOS_MAX.accumulateAndGet(nanos, Math::max);
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        CHECKPOINTS.incrementAndGet();
    }
}
