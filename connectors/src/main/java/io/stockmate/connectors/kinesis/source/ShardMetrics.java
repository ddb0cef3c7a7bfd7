package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.metrics.MetricNames;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** A shard's metrics: see {@link MetricNames}. */
final class ShardMetrics {
    private final Counter records;
    private final Counter throttles;
    private volatile long millisBehindLatest = -1;
    private volatile String emittedUpTo;

    ShardMetrics(MetricGroup group, ShardSplit split) {
        MetricGroup shard = group.addGroup(MetricNames.SHARD_ID, split.shardId());
        emittedUpTo = split.position().sequenceNumber();
        records = shard.counter(MetricNames.RECORDS);
        throttles = shard.counter(MetricNames.THROTTLES);
        shard.gauge(MetricNames.MILLIS_BEHIND_LATEST, (Gauge<Long>) () -> millisBehindLatest);
        shard.gauge(MetricNames.EMITTED_UP_TO, (Gauge<String>) () -> emittedUpTo);
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
