package io.stockmate.connectors.kinesis.source;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** A shard's metrics, below the label {@code shardId}. {@code millisBehindLatest} is -1 before the first reply. */
final class ShardMetrics {
    private final Counter records;
    private final Counter throttles;
    private volatile long millisBehindLatest = -1;

    ShardMetrics(MetricGroup group, String shardId) {
        MetricGroup shard = group.addGroup("shardId", shardId);
        records = shard.counter("records");
        throttles = shard.counter("throttles");
        shard.gauge("millisBehindLatest", (Gauge<Long>) () -> millisBehindLatest);
    }

    /** Only the task's thread emits. */
    void emitted() {
        records.inc();
    }

    /** Only the shard's thread is refused. */
    void throttled() {
        throttles.inc();
    }

    void behind(long millis) {
        millisBehindLatest = millis;
    }
}
