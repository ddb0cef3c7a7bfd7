package io.stockmate.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockmate.core.message.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class EventSequencerTest {
    private static final List<Event> AAPL = ChainedEvents.of("AAPL", 10);

    private final List<Event> handed = new ArrayList<>();
    private final EventSequencer sequencer = new EventSequencer(handed::add);

    @Test
    void earlyEventsWaitForThoseBeforeThem() {
        sequencer.accept(AAPL.get(2));
        sequencer.accept(AAPL.get(1));
        assertThat(handed).isEmpty();
        assertThat(sequencer.heldBack()).isEqualTo(2);

        sequencer.accept(AAPL.get(0));
        assertThat(handed).isEqualTo(AAPL.subList(0, 3));
        assertThat(sequencer.heldBack()).isZero();
    }

    @Test
    void repeatsAreDroppedWhetherHandedOrHeldBack() {
        assertThat(sequencer.accept(AAPL.get(0))).isTrue();
        assertThat(sequencer.accept(AAPL.get(0))).isFalse();
        assertThat(sequencer.accept(AAPL.get(2))).isTrue();
        assertThat(sequencer.accept(AAPL.get(2))).isFalse();
        assertThat(handed).containsExactly(AAPL.get(0));
        assertThat(sequencer.repeats()).isEqualTo(2);
    }

    @Test
    void symbolsDoNotWaitForEachOther() {
        Event amzn = ChainedEvents.of("AMZN", 1).get(0);
        sequencer.accept(AAPL.get(1));
        sequencer.accept(amzn);
        assertThat(handed).containsExactly(amzn);
    }

    @Test
    void eventsOutsideAnySequenceArePassedBy() {
        assertThat(sequencer.accept(ChainedEvents.outside("NOPE", 1))).isFalse();
        assertThat(handed).isEmpty();
        assertThat(sequencer.repeats()).isZero();
        assertThat(sequencer.positions()).isEmpty();
    }

    @Property(tries = 20)
    void repeatsAndShufflingLeaveNoTrace(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000) int within) {
        List<Event> events = ChainedEvents.of("AAPL", 5_000);
        List<Event> ordered = new ArrayList<>();
        EventSequencer reader = new EventSequencer(ordered::add);

        List<Event> delivered = ChainedEvents.disturbed(events, within, seed);
        delivered.forEach(reader::accept);

        assertThat(ordered).isEqualTo(events);
        assertThat(reader.heldBack()).isZero();
        assertThat(reader.repeats()).isEqualTo(delivered.size() - events.size());
    }

    @Property(tries = 20)
    void aReaderGoesOnFromASavedPosition(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2_000) int stopAt) {
        List<Event> events = ChainedEvents.of("AAPL", 2_000);
        List<Event> delivered = ChainedEvents.disturbed(events, 100, seed);
        List<Event> ordered = new ArrayList<>();

        EventSequencer first = new EventSequencer(ordered::add);
        delivered.subList(0, stopAt).forEach(first::accept);
        EventSequencer second = new EventSequencer(ordered::add, EarlyLimits.DEFAULT, first.positions());
        delivered.forEach(second::accept);

        assertThat(ordered).isEqualTo(events);
    }

    @Test
    void positionsSayWhichEventWasHandedOnLastAndItsChain() {
        Map<String, EventPosition> saved = Map.of("MSFT", new EventPosition(3, 4L));
        EventSequencer restored = new EventSequencer(handed::add, EarlyLimits.DEFAULT, saved);
        restored.accept(AAPL.get(0));
        restored.accept(AAPL.get(1));
        restored.accept(AAPL.get(5));
        restored.accept(ChainedEvents.of("AMZN", 2).get(1));

        assertThat(restored.positions())
                .containsExactly(
                        Map.entry("AAPL", new EventPosition(2, AAPL.get(1).chain())),
                        Map.entry("MSFT", new EventPosition(3, 4L)));
    }

    @Test
    void moreEarlyEventsThanTheLimitAreAGap() {
        EventSequencer limited = new EventSequencer(handed::add, new EarlyLimits(3, Duration.ofHours(1)), Map.of());
        limited.accept(AAPL.get(0));
        AAPL.subList(2, 5).forEach(limited::accept);

        MissingEvent gap = catchThrowableOfType(MissingEvent.class, () -> limited.accept(AAPL.get(5)));
        assertThat(gap.symbol()).isEqualTo("AAPL");
        assertThat(gap.seq()).isEqualTo(2);
        assertThat(gap)
                .hasMessageStartingWith("events of AAPL, seq 2: it has not come, and 4 later ones wait for it,"
                        + " from seq 3 on, over 300 ms of book time; the limits are 3 events and 3600000 ms.")
                .hasMessageContaining("let matching run again from a checkpoint before it");
        assertThat(handed).containsExactly(AAPL.get(0));
    }

    @Test
    void moreBookTimeThanTheLimitIsAGap() {
        EventSequencer limited =
                new EventSequencer(handed::add, new EarlyLimits(100, Duration.ofMillis(300)), Map.of());
        AAPL.subList(1, 5).forEach(limited::accept);

        assertThatThrownBy(() -> limited.accept(AAPL.get(5)))
                .isInstanceOf(MissingEvent.class)
                .hasMessageContaining("AAPL, seq 1: it has not come, and 5 later ones")
                .hasMessageContaining("no longer holds the beginning");
    }

    @Test
    void limitsAreFiftyThousandEventsAndTenMinutes() {
        assertThat(EarlyLimits.DEFAULT).isEqualTo(new EarlyLimits(50_000, Duration.ofMinutes(10)));
        assertThatThrownBy(() -> new EarlyLimits(0, Duration.ofMinutes(1))).hasMessageContaining("limited to 0");
        assertThatThrownBy(() -> new EarlyLimits(1, Duration.ZERO)).hasMessageContaining("PT0S");
    }

    @Test
    void anEventThatDoesNotContinueTheChainIsAContradiction() {
        sequencer.accept(AAPL.get(0));
        Event changed = ChainedEvents.changed(AAPL.get(1), AAPL.get(1).chain());

        ContradictedEvent contradiction =
                catchThrowableOfType(ContradictedEvent.class, () -> sequencer.accept(changed));
        assertThat(contradiction.symbol()).isEqualTo("AAPL");
        assertThat(contradiction.seq()).isEqualTo(2);
        assertThat(handed).containsExactly(AAPL.get(0));
    }

    @Test
    void anEarlyEventIsHeldToTheChainWhenItsTurnComes() {
        sequencer.accept(AAPL.get(0));
        sequencer.accept(ChainedEvents.changed(AAPL.get(2), 99));

        assertThatThrownBy(() -> sequencer.accept(AAPL.get(1)))
                .isInstanceOf(ContradictedEvent.class)
                .hasMessageContaining("AAPL, seq 3: its chain is 0000000000000063");
    }

    @Test
    void aRepeatOfTheLastOrOfAWaitingEventMustBeEqual() {
        sequencer.accept(AAPL.get(0));
        sequencer.accept(AAPL.get(2));

        assertThatThrownBy(() -> sequencer.accept(ChainedEvents.changed(AAPL.get(0), 99)))
                .hasMessageContaining("AAPL, seq 1: its chain is");
        assertThatThrownBy(() -> sequencer.accept(ChainedEvents.changed(AAPL.get(2), 99)))
                .hasMessageContaining("AAPL, seq 3: its chain is");
    }

    @Test
    void whoKnowsTheRulesProvesTheFirstEventToo() {
        EventSequencer knowing = new EventSequencer(
                handed::add,
                EarlyLimits.DEFAULT,
                Map.of("AAPL", EventPosition.start(ChainedEvents.RULES_HASH), "AMZN", EventPosition.start(1)));

        assertThat(knowing.accept(AAPL.get(0))).isTrue();
        assertThatThrownBy(() -> knowing.accept(ChainedEvents.of("AMZN", 1).get(0)))
                .isInstanceOf(ContradictedEvent.class)
                .hasMessageContaining("the rules (operators, correctable)");
    }
}
