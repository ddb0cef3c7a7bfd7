package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.ContradictedEvent;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.MissingEvent;
import io.stockmate.pipelines.runtime.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OrderEventsTest {
    private static final List<Event> AAPL = ChainedEvents.of("AAPL", 20);
    private static final EarlyLimits THREE = new EarlyLimits(3, Duration.ofHours(1));

    @Property(tries = 5)
    void repeatsAndShufflingLeaveNoTrace(@ForAll long seed) throws Exception {
        Delivered delivered = Delivered.disturbed(5, 4_000, 1_000, seed);
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP)) {
            ordering.process(delivered.stream());

            assertThat(ChainedEvents.bySymbol(ordering.output()))
                    .isEqualTo(ChainedEvents.bySymbol(delivered.published()));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whenAllIsInOrderNothingWaitsAndNothingHasTimers(Backend backend) throws Exception {
        Delivered delivered = Delivered.disturbed(5, 500, 200, 3);
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend)) {
            ordering.process(delivered.stream().subList(0, 1_000));
            assertThat(ordering.symbolsThatWait()).isEqualTo(5);

            ordering.process(
                    delivered.stream().subList(1_000, delivered.stream().size()));
            ordering.snapshot(1);
            assertThat(ordering.symbolsThatWait()).isZero();
            assertThat(ordering.symbolsWithPosition()).isEqualTo(5);
            assertThat(ordering.timers()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void goesOnAfterARestoreWithEventsHeldBack(Backend backend) throws Exception {
        Delivered delivered = Delivered.disturbed(5, 600, 300, 7);
        List<Event> handedOn = new ArrayList<>();
        OperatorSubtaskState state;
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend)) {
            ordering.process(delivered.stream().subList(0, 1_000));
            ordering.snapshot(1);
            ordering.process(delivered.stream().subList(1_000, 2_000));
            assertThat(ordering.symbolsThatWait()).isPositive();
            state = ordering.snapshot(2);
            handedOn.addAll(ordering.output());
            ordering.process(delivered.stream().subList(2_000, 2_500));
        }
        try (OrderEventsHarness ordering = OrderEventsHarness.restore(backend, state)) {
            ordering.process(
                    delivered.stream().subList(2_000, delivered.stream().size()));
            handedOn.addAll(ordering.output());
            assertThat(ordering.symbolsThatWait()).isZero();
        }

        assertThat(ChainedEvents.bySymbol(handedOn)).isEqualTo(ChainedEvents.bySymbol(delivered.published()));
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aSymbolNotHeardOfSinceARestoreKeepsItsPlace(Backend backend) throws Exception {
        OperatorSubtaskState state;
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend)) {
            ordering.process(AAPL.subList(0, 5));
            ordering.process(AAPL.get(6));
            state = ordering.snapshot(1);
        }
        try (OrderEventsHarness ordering = OrderEventsHarness.restore(backend, state)) {
            ordering.process(ChainedEvents.of("AMZN", 3));
            state = ordering.snapshot(2);
        }
        try (OrderEventsHarness ordering = OrderEventsHarness.restore(backend, state)) {
            ordering.process(AAPL.subList(0, 6));

            assertThat(ordering.output()).isEqualTo(AAPL.subList(5, 7));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void twoSubtasksGoOnWhereOneStopped(Backend backend) throws Exception {
        Delivered delivered = Delivered.disturbed(8, 300, 300, 11);
        List<Event> handedOn = new ArrayList<>();
        OperatorSubtaskState state;
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend)) {
            ordering.process(delivered.stream().subList(0, 1_200));
            state = ordering.snapshot(1);
            handedOn.addAll(ordering.output());
        }
        for (int subtask = 0; subtask < 2; subtask++) {
            List<Event> share =
                    share(delivered.stream().subList(1_200, delivered.stream().size()), subtask);
            assertThat(share).isNotEmpty();
            try (OrderEventsHarness ordering = OrderEventsHarness.rescale(backend, state, subtask)) {
                ordering.process(share);
                handedOn.addAll(ordering.output());
            }
        }

        assertThat(ChainedEvents.bySymbol(handedOn)).isEqualTo(ChainedEvents.bySymbol(delivered.published()));
    }

    private static List<Event> share(List<Event> events, int subtask) {
        return events.stream()
                .filter(event -> KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                event.symbol(), OrderEventsHarness.MAX_PARALLELISM, 2)
                        == subtask)
                .toList();
    }

    @Test
    void aRemovedEventEndsTheJobForGoodAndIsNamed() throws Exception {
        List<Event> stream = new ArrayList<>(AAPL);
        stream.remove(3);
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP, THREE, EventHistory.NONE)) {
            assertThatThrownBy(() -> ordering.process(stream))
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .isInstanceOf(MissingEvent.class)
                    .hasMessageContaining("events of AAPL, seq 4: it has not come, and 4 later ones wait")
                    .hasMessageContaining("raise the limits");
            assertThat(ordering.output()).isEqualTo(AAPL.subList(0, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void eventsHeldBackBeforeARestoreCountTowardsTheLimits(Backend backend) throws Exception {
        OperatorSubtaskState state;
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend, THREE, EventHistory.NONE)) {
            ordering.process(AAPL.subList(1, 4));
            state = ordering.snapshot(1);
        }
        try (OrderEventsHarness ordering = OrderEventsHarness.restore(backend, THREE, state)) {
            assertThatThrownBy(() -> ordering.process(AAPL.get(4)))
                    .rootCause()
                    .hasMessageContaining("AAPL, seq 1: it has not come, and 4 later ones");
        }
    }

    @Test
    void aContradictedEventEndsTheJobForGood() throws Exception {
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP)) {
            ordering.process(AAPL.get(0));
            Event changed = ChainedEvents.changed(AAPL.get(1), AAPL.get(1).chain());

            assertThatThrownBy(() -> ordering.process(changed))
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .isInstanceOf(ContradictedEvent.class)
                    .hasMessageContaining("events of AAPL, seq 2");
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theChainIsProvedAcrossARestore(Backend backend) throws Exception {
        OperatorSubtaskState state;
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend)) {
            ordering.process(AAPL.get(0));
            state = ordering.snapshot(1);
        }
        try (OrderEventsHarness ordering = OrderEventsHarness.restore(backend, state)) {
            Event changed = ChainedEvents.changed(AAPL.get(1), AAPL.get(1).chain());
            assertThatThrownBy(() -> ordering.process(changed)).rootCause().isInstanceOf(ContradictedEvent.class);
        }
    }

    @Test
    void theFirstEventMustStartFromTheRules() throws Exception {
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP)) {
            Event ofOtherRules = ChainedEvents.changed(AAPL.get(0), 99);

            assertThatThrownBy(() -> ordering.process(ofOtherRules))
                    .rootCause()
                    .hasMessageContaining("AAPL, seq 1: its chain is 0000000000000063");
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void eventsOutsideAnySequenceComeAsTheyAreAndLeaveNothing(Backend backend) throws Exception {
        List<Event> outside = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            outside.add(ChainedEvents.outside("NO-" + i, i));
        }
        outside.add(outside.get(0));
        try (OrderEventsHarness ordering = OrderEventsHarness.start(backend)) {
            ordering.process(outside);
            ordering.snapshot(1);

            assertThat(ordering.output()).isEqualTo(outside);
            assertThat(ordering.symbolsWithPosition() + ordering.symbolsThatWait())
                    .isZero();
        }
    }

    @Test
    void aGapStopsWhenEventsHaveArrivedForLongEnough() throws Exception {
        EarlyLimits tenSeconds = new EarlyLimits(1_000, Duration.ofSeconds(10));
        try (OrderEventsHarness ordering = OrderEventsHarness.start(Backend.HEAP, tenSeconds, EventHistory.NONE)) {
            ordering.process(AAPL.get(0), 1_000);
            ordering.process(AAPL.get(2), 2_000);
            ordering.process(AAPL.get(3), 3_000);
            for (int second = 4; second <= 12; second++) {
                ordering.process(AAPL.get(second), second * 1_000L);
            }
            assertThatThrownBy(() -> ordering.process(AAPL.get(13), 13_000))
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .hasMessageContaining("AAPL, seq 2: it has not come, and 12 later ones wait for it, from seq 3 on,"
                            + " over 11000 ms of arrivals; the limits are 1000 events and 10000 ms");
        }
    }
}
