package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long ago a checkpoint of the job completed; one operator of each job reports it. A snapshot holds when it began,
 * so that the age goes on where a job fails again and again before its next one.
 */
public final class CheckpointAge {
    /** Part of every savepoint: never changed. */
    static final String STATE_NAME = "snapshot-began-at";

    private final LongSupplier clockMs;
    private final ListState<Long> beganAt;
    private volatile long completedAtMs;

    /** Begins where the snapshot in {@code state} began, or now without one. */
    public CheckpointAge(OperatorStateStore state) throws Exception {
        this(
                state.getUnionListState(new ListStateDescriptor<>(STATE_NAME, LongSerializer.INSTANCE)),
                System::currentTimeMillis);
    }

    CheckpointAge(ListState<Long> beganAt, LongSupplier clockMs) throws Exception {
        this.beganAt = beganAt;
        this.clockMs = clockMs;
        long start = clockMs.getAsLong();
        for (long began : beganAt.get()) {
            start = Math.min(start, began);
        }
        completedAtMs = start;
    }

    public void report(MetricGroup group) {
        group.gauge(MetricNames.CHECKPOINT_AGE_MS, (Gauge<Long>) this::ageMs);
    }

    /** A snapshot begins now; the time is part of it. */
    public void begun() throws Exception {
        beganAt.update(List.of(clockMs.getAsLong()));
    }

    /** One has completed now. */
    public void completed() {
        completedAtMs = clockMs.getAsLong();
    }

    private long ageMs() {
        return Math.max(0, clockMs.getAsLong() - completedAtMs);
    }
}
