package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.metrics.MetricNames;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** The age of the last checkpoint, as an operator reports it over a checkpoint and a restore. */
public final class CheckpointAges {
    /** More than passes between a reading of the clock and the next. */
    private static final long APART_MS = 50;

    private CheckpointAges() {}

    /** Begins a subtask again from its state. */
    public interface Restart {
        SubtaskHarness<?, ?> from(OperatorSubtaskState state) throws Exception;
    }

    /** It counts from the completion of a checkpoint, and after a restore from where the snapshot began. */
    public static void assertReported(SubtaskHarness<?, ?> started, Restart restart) throws Exception {
        OperatorSubtaskState state;
        long snapshotBegins = System.currentTimeMillis();
        long snapshotEnds;
        try (started) {
            state = started.snapshot(1);
            snapshotEnds = System.currentTimeMillis();
            TimeUnit.MILLISECONDS.sleep(APART_MS);
            long completes = System.currentTimeMillis();
            started.complete(1);
            long age = age(started);
            assertThat(System.currentTimeMillis() - age).isGreaterThanOrEqualTo(completes);
        }
        try (SubtaskHarness<?, ?> restored = restart.from(state)) {
            long before = System.currentTimeMillis();
            long age = age(restored);
            assertThat(before - age).isLessThanOrEqualTo(snapshotEnds);
            assertThat(System.currentTimeMillis() - age).isGreaterThanOrEqualTo(snapshotBegins);
        }
    }

    private static long age(SubtaskHarness<?, ?> subtask) {
        return (Long) ((Gauge<?>) subtask.metric(MetricNames.CHECKPOINT_AGE_MS)).getValue();
    }
}
