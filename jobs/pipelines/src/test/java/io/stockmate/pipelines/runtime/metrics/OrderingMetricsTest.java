package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.junit.jupiter.api.Test;

final class OrderingMetricsTest {
    private final RecordedMetrics recorded = new RecordedMetrics();
    private final OrderingMetrics metrics = new OrderingMetrics(recorded);

    @Test
    void repeatsAndEarlyEventsAreCountedAndOnlyTheFirstThatWaitsIsAGap() {
        metrics.repeat();
        metrics.early(true);
        metrics.early(false);
        metrics.early(false);
        metrics.fromHistory();

        assertThat(recorded.counts())
                .isEqualTo(Map.of("repeatedEvents", 1L, "earlyEvents", 3L, "gaps", 1L, "historyEvents", 1L));
    }

    @Test
    void howLongEventsTookHasQuantiles() {
        for (long milliseconds = 1; milliseconds <= 100; milliseconds++) {
            metrics.published(milliseconds);
        }

        HistogramStatistics taken = ((Histogram) recorded.metric("commandToEventMs")).getStatistics();
        assertThat(taken.getQuantile(0.5)).isBetween(50.0, 52.0);
        assertThat(taken.getQuantile(0.99)).isBetween(99.0, 100.0);
    }

    @Test
    void heldBackEventsAreThoseOfNow() {
        metrics.heldBack(3);
        metrics.heldBack(1);

        assertThat(((Gauge<?>) recorded.metric("heldBackEvents")).getValue()).isEqualTo(1L);
    }
}
