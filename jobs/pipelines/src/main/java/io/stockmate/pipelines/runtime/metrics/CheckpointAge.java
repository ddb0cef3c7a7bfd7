package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** How long ago a checkpoint of the job completed; one operator of each job reports it. Begins when it is made. */
public final class CheckpointAge {
    private final LongSupplier clockNs;
    private volatile long completedAtNs;

    public CheckpointAge(MetricGroup group) {
        this(group, System::nanoTime);
    }

    CheckpointAge(MetricGroup group, LongSupplier clockNs) {
        this.clockNs = clockNs;
        completed();
        group.gauge(MetricNames.CHECKPOINT_AGE_MS, (Gauge<Long>) this::ageMs);
    }

    /** One has completed now. */
    public void completed() {
        completedAtNs = clockNs.getAsLong();
    }

    private long ageMs() {
        return TimeUnit.NANOSECONDS.toMillis(clockNs.getAsLong() - completedAtNs);
    }
}
