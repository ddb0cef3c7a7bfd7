package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** What the ordering of events reports: see {@link MetricNames}. One thread writes. */
public final class OrderingMetrics {
    private final Counter repeats;
    private final Counter early;
    private final Counter gaps;
    private final Counter fromHistory;
    private final Histogram commandToEventMs;
    private volatile long heldBack;

    public OrderingMetrics(MetricGroup group) {
        repeats = group.counter(MetricNames.REPEATED_EVENTS);
        early = group.counter(MetricNames.EARLY_EVENTS);
        gaps = group.counter(MetricNames.GAPS);
        fromHistory = group.counter(MetricNames.HISTORY_EVENTS);
        commandToEventMs = group.histogram(MetricNames.COMMAND_TO_EVENT_MS, new RecentHistogram());
        group.gauge(MetricNames.HELD_BACK_EVENTS, () -> heldBack);
    }

    /** An event is new, and was so long on its way. */
    public void published(long milliseconds) {
        commandToEventMs.update(milliseconds);
    }

    /** An event was dropped. */
    public void repeat() {
        repeats.inc();
    }

    /** An event has to wait, the only one of its symbol or beside others. */
    public void early(boolean first) {
        early.inc();
        if (first) {
            gaps.inc();
        }
    }

    /** An event came from the history. */
    public void fromHistory() {
        fromHistory.inc();
    }

    /** What waits now. */
    public void heldBack(long events) {
        heldBack = events;
    }
}
