package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.metrics.Gauge;
import org.junit.jupiter.api.Test;

final class CheckpointAgeTest {
    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final HeldTimes state = new HeldTimes();

    @Test
    void growsFromTheStartAndFromEachCheckpoint() throws Exception {
        Reported job = new Reported();
        assertThat(job.ageMs()).isEqualTo(0L);
        nowMs.addAndGet(7);
        assertThat(job.ageMs()).isEqualTo(7L);

        job.age.begun();
        assertThat(job.ageMs()).isEqualTo(7L);
        job.age.completed();
        assertThat(job.ageMs()).isEqualTo(0L);
        nowMs.addAndGet(2);
        assertThat(job.ageMs()).isEqualTo(2L);
    }

    @Test
    void goesOnWhereAJobFailsAgainAndAgainBeforeItsNextCheckpoint() throws Exception {
        new Reported().age.begun();
        for (int failure = 1; failure <= 3; failure++) {
            nowMs.addAndGet(60_000);
            assertThat(new Reported().ageMs()).isEqualTo(failure * 60_000L);
        }
    }

    @Test
    void ofSubtasksThatBecameOneTheEarliestCounts() throws Exception {
        state.update(List.of(999_990L, 999_970L, 1_000_000L));

        assertThat(new Reported().ageMs()).isEqualTo(30L);
    }

    @Test
    void isNeverNegative() throws Exception {
        Reported job = new Reported();
        nowMs.addAndGet(-5);

        assertThat(job.ageMs()).isEqualTo(0L);
    }

    /** An operator's gauge, opened on what the last snapshot holds. */
    private final class Reported {
        private final RecordedMetrics recorded = new RecordedMetrics();
        private final CheckpointAge age = new CheckpointAge(state, nowMs::get);

        Reported() throws Exception {
            age.report(recorded);
        }

        Object ageMs() {
            return ((Gauge<?>) recorded.metric("checkpointAgeMs")).getValue();
        }
    }

    private static final class HeldTimes implements ListState<Long> {
        private final List<Long> times = new ArrayList<>();

        @Override
        public void update(List<Long> values) {
            times.clear();
            times.addAll(values);
        }

        @Override
        public void addAll(List<Long> values) {
            times.addAll(values);
        }

        @Override
        public void add(Long value) {
            times.add(value);
        }

        @Override
        public Iterable<Long> get() {
            return times;
        }

        @Override
        public void clear() {
            times.clear();
        }
    }
}
