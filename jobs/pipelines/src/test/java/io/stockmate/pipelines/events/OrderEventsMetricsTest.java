package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.CheckpointAges;
import org.apache.flink.metrics.Histogram;
import org.junit.jupiter.api.Test;

final class OrderEventsMetricsTest {
    @Test
    void anEventsWayIsMeasuredFromItsCauseAndOnceWhereItComesAgain() throws Exception {
        Event event = ChainedEvents.of("AAPL", 1).get(0);
        long commandArrivedAt = event.cause().arrivedAt();
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP)) {
            ordering.process(event, commandArrivedAt + 40);
            ordering.process(event, commandArrivedAt + 90);

            Histogram taken = (Histogram) ordering.metric(MetricNames.COMMAND_TO_EVENT_MS);
            assertThat(taken.getCount()).isEqualTo(1);
            assertThat(taken.getStatistics().getMax()).isEqualTo(40);
        }
    }

    @Test
    void theAgeOfTheLastCheckpointGoesOnAfterARestore() throws Exception {
        CheckpointAges.assertReported(
                OrderEventsHarness.start(Backend.HEAP), state -> OrderEventsHarness.restore(Backend.HEAP, state));
    }
}
