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
 * more. Also the CPU time that the sink's task took meanwhile, which other processes do not change. One at a time in a
 * process.
 */
final class PacedRows extends RichFlatMapFunction<Long, LakeRow> implements CheckpointListener {
    /** Where writing starts classes are loaded and compiled: what comes before is not measured. */
    static final long WARM_UP_SECONDS = 10;

    /** Every second one trades, which makes three rows of an order six. */
    private static final double ROWS_PER_ORDER = 4.5;

    private static final long SPAN_MILLIS = 9_000;

    /** What is shorter is none: its CPU time is not asked for. */
    private static final long STALL_NANOS_MIN = 1_000_000;

    /** So often the sink's CPU time is read: a stall's is too large by that of so many rows at most. */
    private static final int ROWS_PER_READING = 100;

    static final AtomicLong STALL_NANOS_MAX = new AtomicLong();
    static final AtomicLong STALL_CPU_NANOS_MAX = new AtomicLong();
    static final AtomicLong OPENED_MS = new AtomicLong();
    static final AtomicInteger CHECKPOINTS = new AtomicInteger();

    private final long rowsPerSecond;
    private transient @Nullable MarketRows rows;
    private transient long start;
    private transient long told;
    private transient long warmUpRows;
    private transient long left;
    private transient @Nullable TaskClock sink;
    private transient long sinkNanos;

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
        STALL_CPU_NANOS_MAX.set(0);
        sink = new TaskClock("Sink: Writer");
        CHECKPOINTS.set(0);
    }

    @Override
    public void flatMap(Long number, Collector<LakeRow> out) {
        long due = start + TimeUnit.SECONDS.toNanos(told) / rowsPerSecond;
        keepStall(System.nanoTime() - left);
        if (told++ % ROWS_PER_READING == 0 && sink != null) {
            sinkNanos = sink.nanos();
        }
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
            if (nanos > STALL_NANOS_MIN && sink != null) {
                STALL_CPU_NANOS_MAX.accumulateAndGet(sink.nanos() - sinkNanos, Math::max);
            }
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        CHECKPOINTS.incrementAndGet();
    }
}
