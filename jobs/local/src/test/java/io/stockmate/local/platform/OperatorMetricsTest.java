package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.metrics.NoOpMetricRegistry;
import org.apache.flink.runtime.metrics.filter.MetricFilter;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.FrontMetricGroup;
import org.apache.flink.runtime.metrics.groups.ReporterScopedSettings;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.junit.jupiter.api.Test;

class OperatorMetricsTest {
    private static final String SHARD = "shardId-000000000000";

    private final Map<Gauge<?>, MetricGroup> reported = new HashMap<>();

    @Test
    void ofTwoStreamsWhoseShardsHaveTheSameIdsTheInputOfTheJobCounts() {
        try (OperatorMetrics metrics = OperatorMetrics.open()) {
            report(metrics, "accounting", "Source: Read events", 3, "10");
            report(metrics, "accounting", "Source: Read alerts", 9, "99");
            assertThat(metrics.millisBehind(Job.ACCOUNTING)).containsExactly(Map.entry(SHARD, 3L));
            assertThat(metrics.emittedUpTo(Job.ACCOUNTING)).containsExactly(Map.entry(SHARD, "10"));
            assertThat(metrics.shardsRead(Job.ACCOUNTING)).isEqualTo(1);
        }
    }

    @Test
    void aRestartedReaderReportsBesideTheOneBefore() {
        try (OperatorMetrics metrics = OperatorMetrics.open()) {
            report(metrics, "matching", "Source: Read commands", 0, "10");
            report(metrics, "matching", "Source: Read commands", 0, "9");
            assertThat(metrics.emittedUpTo(Job.MATCHING)).containsExactly(Map.entry(SHARD, "10"));
        }
    }

    @Test
    void aReaderThatIsGoneReportsNothing() {
        try (OperatorMetrics metrics = OperatorMetrics.open()) {
            report(metrics, "demand", "Source: Read events", 3, "10");
            reported.forEach((gauge, group) -> {
                metrics.removed(gauge, "millisBehindLatest", group);
                metrics.removed(gauge, "emittedUpTo", group);
            });
            assertThat(metrics.millisBehind(Job.DEMAND)).isEmpty();
            assertThat(metrics.emittedUpTo(Job.DEMAND)).isEmpty();
        }
    }

    private void report(OperatorMetrics metrics, String job, String operator, long behind, String place) {
        MetricGroup group = group(job, operator);
        Gauge<Long> lag = () -> behind;
        Gauge<String> emitted = () -> place;
        metrics.added(lag, "millisBehindLatest", group);
        metrics.added(emitted, "emittedUpTo", group);
        reported.put(lag, group);
        reported.put(emitted, group);
    }

    private static MetricGroup group(String job, String operator) {
        MetricGroup shard = TaskManagerMetricGroup.createTaskManagerMetricGroup(
                        NoOpMetricRegistry.INSTANCE, "host", ResourceID.generate())
                .addGroup("job_name", job)
                .addGroup("operator_name", operator)
                .addGroup("shardId", SHARD);
        return new FrontMetricGroup<>(
                new ReporterScopedSettings(0, '.', MetricFilter.NO_OP_FILTER, Set.of(), Map.of()),
                (AbstractMetricGroup<?>) shard);
    }
}
