package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What the operator that asks for advice reports; from any thread. */
public final class AdviceMetrics {
    private final Counter given;
    private final Counter failed;
    private final Counter skipped;

    public AdviceMetrics(MetricGroup group) {
        given = counter(group, "GIVEN");
        failed = counter(group, "FAILED");
        skipped = counter(group, "SKIPPED");
    }

    private static Counter counter(MetricGroup group, String outcome) {
        return group.addGroup(MetricNames.OUTCOME, outcome).counter(MetricNames.ADVICE, new ThreadSafeSimpleCounter());
    }

    public void given() {
        given.inc();
    }

    /** None came, in time or at all. */
    public void failed() {
        failed.inc();
    }

    /** Too many were being asked about. */
    public void skipped() {
        skipped.inc();
    }
}
