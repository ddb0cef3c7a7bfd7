package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.pipelines.runtime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.util.function.ThrowingConsumer;
import org.junit.jupiter.api.Test;

/** What the operator asks a history for. */
final class EventHistoryTest {
    private static final List<Event> AAPL = ChainedEvents.of("AAPL", 20);
    private static final EarlyLimits THREE = new EarlyLimits(3, Duration.ofHours(1));

    @Test
    void aHistoryGivesWhatTheStreamNoLongerHolds() throws Exception {
        List<Long> asked = new ArrayList<>();
        EventHistory history = new GivenHistory(AAPL, asked::add);
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP, THREE, history)) {
            ordering.process(AAPL.subList(6, 20));

            assertThat(ordering.output()).isEqualTo(AAPL);
            assertThat(asked).containsExactly(7L);
        }
    }

    @Test
    void aHistoryGivesAnOverdueEventToo() throws Exception {
        List<Long> asked = new ArrayList<>();
        List<Event> stream = new ArrayList<>(AAPL);
        stream.removeAll(List.of(AAPL.get(3), AAPL.get(5)));
        try (OrderEventsHarness ordering =
                OrderEventsHarness.start(Backend.HEAP, THREE, new GivenHistory(AAPL, asked::add))) {
            ordering.process(stream);

            assertThat(ordering.output()).isEqualTo(AAPL);
            assertThat(asked).containsExactly(9L);
            assertThat(ordering.symbolsThatWait()).isZero();
        }
    }

    @Test
    void aHistoryThatLagsLeavesTheRestToTheStream() throws Exception {
        EventHistory history = new GivenHistory(AAPL.subList(0, 2), before -> {});
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP, THREE, history)) {
            ordering.process(List.of(AAPL.get(3), AAPL.get(0), AAPL.get(1), AAPL.get(2)));

            assertThat(ordering.output()).isEqualTo(AAPL.subList(0, 4));
        }
    }

    @Test
    void withoutHistoryAStreamThatBeginsLaterIsRefused() throws Exception {
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP, THREE, EventHistory.NONE)) {
            assertThatThrownBy(() -> ordering.process(AAPL.subList(6, 10)))
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .hasMessageContaining("AAPL, seq 1")
                    .hasMessageContaining("no longer holds the beginning, start from a saved position,")
                    .hasMessageContaining("Nor is it in any history: none is set (history.lake)");
        }
    }

    /** Gives what it holds. A history is serialized with its job; this one stays where it is. */
    private record GivenHistory(List<Event> held, Consumer<Long> asked) implements EventHistory {
        @Override
        public void before(Event met, ThrowingConsumer<Event, Exception> each) throws Exception {
            asked.accept(met.seq());
            for (Event event : held) {
                if (event.seq() < met.seq()) {
                    each.accept(event);
                }
            }
        }

        @Override
        public String place() {
            return "memory";
        }
    }
}
