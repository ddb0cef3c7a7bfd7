package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.KmsThrottlingException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;

class ShardMetricsTest {
    private final FakeStream stream =
            new FakeStream().shard("s-0").put("s-0", "a").put("s-0", "b");
    private final Registry registry = new Registry();

    @Test
    void shardIsALabelAndEveryMetricSaysWhatHappened() throws InterruptedException {
        ShardSplit split = new ShardSplit("s-0", FakeStream.ALL, Position.after("7"), false);
        ShardMetrics metrics = new ShardMetrics(registry, split);
        assertThat(registry.labels).isEqualTo(Map.of("shardId", "s-0"));
        assertThat(registry.values())
                .isEqualTo(Map.of("records", 0L, "throttles", 0L, "millisBehindLatest", -1L, "emittedUpTo", "7"));

        metrics.emitted("8");
        metrics.behind(1_234);
        assertThat(registry.values())
                .isEqualTo(Map.of("records", 1L, "throttles", 0L, "millisBehindLatest", 1_234L, "emittedUpTo", "8"));
    }

    @Test
    void everyRefusalIsCounted() throws InterruptedException {
        ShardSplit split = new ShardSplit("s-0", FakeStream.ALL, Position.TRIM_HORIZON, false);
        ShardCursor cursor = new ShardCursor(stream, split, new ShardMetrics(registry, split), new TestPacing(), 200);
        stream.failures.add(
                ProvisionedThroughputExceededException.builder().statusCode(400).build());
        stream.failures.add(KmsThrottlingException.builder().statusCode(400).build());

        assertThat(cursor.read().records()).isEmpty();
        assertThat(cursor.read().records()).isEmpty();
        assertThat(cursor.read().records()).hasSize(2);
        assertThat(registry.values()).containsEntry("throttles", 2L);
    }

    /** Remembers what is registered. */
    private static final class Registry extends UnregisteredMetricsGroup {
        private final Map<String, Counter> counters = new TreeMap<>();
        private final Map<String, Gauge<?>> gauges = new TreeMap<>();
        private final Map<String, String> labels = new TreeMap<>();

        @Override
        public MetricGroup addGroup(String key, String value) {
            labels.put(key, value);
            return this;
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(name, each -> super.counter(each));
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            gauges.put(name, gauge);
            return gauge;
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new TreeMap<>();
            counters.forEach((name, counter) -> values.put(name, counter.getCount()));
            gauges.forEach((name, gauge) -> values.put(name, gauge.getValue()));
            return values;
        }
    }
}
