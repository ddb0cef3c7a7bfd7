package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Gauge;
import org.junit.jupiter.api.Test;

final class CheckpointAgeTest {
    private final RecordedMetrics recorded = new RecordedMetrics();
    private final AtomicLong nowNs = new AtomicLong(-3);
    private final CheckpointAge age = new CheckpointAge(recorded, nowNs::get);

    @Test
    void growsFromTheStartAndFromEachCheckpoint() {
        assertThat(ageMs()).isEqualTo(0L);
        nowNs.addAndGet(7_000_000);
        assertThat(ageMs()).isEqualTo(7L);

        age.completed();
        assertThat(ageMs()).isEqualTo(0L);
        nowNs.addAndGet(2_999_999);
        assertThat(ageMs()).isEqualTo(2L);
    }

    private Object ageMs() {
        return ((Gauge<?>) recorded.metric("checkpointAgeMs")).getValue();
    }
}
