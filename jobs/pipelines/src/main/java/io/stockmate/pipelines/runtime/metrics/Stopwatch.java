package io.stockmate.pipelines.runtime.metrics;

import org.apache.flink.metrics.Histogram;

/** Measures how long something takes, in nanoseconds, into a histogram. One thread, one measurement at a time. */
public final class Stopwatch {
    private final Histogram histogram;
    private long startedAt;

    public Stopwatch(Histogram histogram) {
        this.histogram = histogram;
    }

    public void start() {
        startedAt = System.nanoTime();
    }

    /** Adds the time since {@link #start}. */
    public void stop() {
        histogram.update(System.nanoTime() - startedAt);
    }
}
