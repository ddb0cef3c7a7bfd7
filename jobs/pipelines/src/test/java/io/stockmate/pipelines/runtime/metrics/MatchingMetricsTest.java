package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Specimens;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.junit.jupiter.api.Test;

final class MatchingMetricsTest {
    private final RecordedMetrics recorded = new RecordedMetrics();
    private final MatchingMetrics metrics = new MatchingMetrics(recorded);

    @Test
    void eventsAreCountedByType() {
        happen(Specimens.full(EventType.TRADE));
        happen(Specimens.full(EventType.TRADE));
        happen(Specimens.full(EventType.TOP_OF_BOOK));
        happen(Specimens.full(EventType.EXECUTION_REPORT));

        assertThat(recorded.counts())
                .isEqualTo(Map.of(
                        "type=Trade.events", 2L, "type=TopOfBook.events", 1L, "type=ExecutionReport.events", 1L));
    }

    @Test
    void rejectsAreCountedByTypeAndReason() {
        happen(rejected(OrdRejReason.DUPLICATE));
        happen(Specimens.bare(EventType.ORDER_CANCEL_REJECT));
        happen(Specimens.full(EventType.BUSINESS_REJECT));

        assertThat(recorded.counts())
                .containsEntry("type=ExecutionReport.reason=DUPLICATE.rejects", 1L)
                .containsEntry("type=OrderCancelReject.reason=UNKNOWN_ORDER.rejects", 1L)
                .containsEntry("type=BusinessReject.reason=UNKNOWN_ORDER.rejects", 1L);
    }

    @Test
    void repeatsAreCountedApartFromRejects() {
        happen(new BusinessReject("shop-1", "MoveStock", "move-1", BusinessRejectReason.DUPLICATE, "DUPLICATE"));
        happen(new BusinessReject("shop-1", "MoveStock", "move-1", BusinessRejectReason.ID_REUSED, "ID_REUSED"));

        assertThat(recorded.counts())
                .isEqualTo(Map.of(
                        "type=BusinessReject.events", 2L,
                        "repeats", 1L,
                        "type=BusinessReject.reason=ID_REUSED.rejects", 1L));
    }

    @Test
    void marketsAndRestingOrdersAreThoseOfNow() {
        metrics.markets(3, 5);
        metrics.markets(4, 2);

        assertThat(((Gauge<?>) recorded.metric("books")).getValue()).isEqualTo(4L);
        assertThat(((Gauge<?>) recorded.metric("restingOrders")).getValue()).isEqualTo(2L);
    }

    @Test
    void everyCommandIsCountedAndTimedAndOrdersApart() {
        // Among them an order full, bare, and refused.
        List<CommandBody> bodies = Specimens.commandBodies();
        for (CommandBody body : bodies) {
            metrics.begin();
            metrics.end(Specimens.command(body));
        }

        assertThat(recorded.counts()).isEqualTo(Map.of("commands", (long) bodies.size(), "orders", 3L));
        Histogram time = (Histogram) recorded.metric("matchingTimeNs");
        assertThat(time.getCount()).isEqualTo(bodies.size());
        assertThat(time.getStatistics().getMax()).isPositive();
    }

    @Test
    void decodingCountsRecordsAndDeadLetters() {
        DecodingMetrics decoding = new DecodingMetrics(recorded.addGroup("decode"));

        decoding.record();
        decoding.record();
        decoding.deadLetter(DeadLetterReason.OVERSIZE);

        assertThat(recorded.counts()).isEqualTo(Map.of("decode.records", 2L, "decode.reason=OVERSIZE.deadLetters", 1L));
    }

    private void happen(EventBody body) {
        metrics.event(Specimens.event(body));
    }

    private static ExecutionReport rejected(OrdRejReason reason) {
        return new ExecutionReport(
                "shop-1",
                "order-1",
                null,
                "NONE",
                ExecType.REJECTED,
                OrdStatus.REJECTED,
                null,
                null,
                1,
                1,
                1,
                1,
                1,
                null,
                1,
                0,
                0,
                0,
                0,
                1,
                reason,
                null,
                null,
                null);
    }
}
