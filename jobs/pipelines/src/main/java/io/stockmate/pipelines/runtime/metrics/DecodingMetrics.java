package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.DeadLetterReason;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What decoding reports: records in, and dead letters by reason. */
public final class DecodingMetrics {
    private final Counter records;
    private final LabelledCounter<DeadLetterReason> deadLetters;

    public DecodingMetrics(MetricGroup group) {
        records = group.counter(MetricNames.RECORDS);
        deadLetters = new LabelledCounter<>(
                group, MetricNames.DEAD_LETTERS, MetricNames.REASON, DeadLetterReason.class, Enum::name);
    }

    public void record() {
        records.inc();
    }

    public void deadLetter(DeadLetterReason reason) {
        deadLetters.count(reason);
    }
}
