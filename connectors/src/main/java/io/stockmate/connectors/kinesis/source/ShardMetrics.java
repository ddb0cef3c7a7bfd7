package io.stockmate.connectors.kinesis.source;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * A shard's metrics, below the label {@code shardId}. {@code millisBehindLatest} is -1 before the first reply, {@code
 * emittedUpTo} is the sequence number of the last record emitted, also before a restore, and empty before the first.
 */
final class ShardMetrics {
    private final Counter records;
    private final Counter throttles;
    private volatile long millisBehindLatest = -1;

    private volatile String emittedUpTo;

    ShardMetrics(MetricGroup group, ShardSplit split) {
        MetricGroup shard = group.addGroup("shardId", split.shardId());
        emittedUpTo = split.position().sequenceNumber();
        records = shard.counter("records");
        throttles = shard.counter("throttles");
        shard.gauge("millisBehindLatest", (Gauge<Long>) () -> millisBehindLatest);
        shard.gauge("emittedUpTo", (Gauge<String>) () -> emittedUpTo);
    }

    /** Only the task's thread emits. */
    void emitted(String sequenceNumber) {
        records.inc();
        emittedUpTo = sequenceNumber;
    }

    /** Only the shard's thread is refused. */
    void throttled() {
        throttles.inc();
    }

    void behind(long millis) {
        millisBehindLatest = millis;
    }
}
