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
    private static final List<Event> AAPL = ChainedEvents.of("AAPL", 20);

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
                        + " from seq 3 on, over 0 ms of arrivals; the limits are 3 events and 3600000 ms.")
                .hasMessageContaining("let matching run again from a checkpoint before it");
        assertThat(handed).containsExactly(AAPL.get(0));
    }

    @Test
    void longerArrivalsThanTheLimitAreAGap() {
        EventSequencer limited = limitedTo(Duration.ofMillis(300));
        for (int i = 1; i <= 11; i++) {
            limited.accept(AAPL.get(i), 30L * i);
        }

        assertThatThrownBy(() -> limited.accept(AAPL.get(12), 361))
                .isInstanceOf(MissingEvent.class)
                .hasMessageContaining("AAPL, seq 1: it has not come, and 12 later ones wait for it, from seq 2 on,"
                        + " over 330 ms of arrivals; the limits are 100 events and 300 ms.")
                .hasMessageContaining("no longer holds the beginning");
    }

    @Test
    void aQuietSymbolsBacklogMayBeReorderedHoweverFarItsBookTimeReaches() {
        List<Event> quiet = ChainedEvents.of("QUIET", 2_000, Duration.ofHours(5));
        List<Event> delivered = ChainedEvents.disturbed(quiet, 1_000, 9);
        long arrivedAt = ChainedEvents.START;
        for (Event event : delivered) {
            sequencer.accept(event, arrivedAt);
            arrivedAt += 50;
        }
        assertThat(handed).isEqualTo(quiet);
    }

    @Test
    void aMarketThatStoodStillMayHaveAnEventInFlightBeforeAndAfter() {
        List<Event> events = ChainedEvents.of("AAPL", 20);
        long night = Duration.ofHours(9).toMillis();
        sequencer.accept(events.get(0), 0);
        sequencer.accept(events.get(2), 10);
        for (int again = 0; again < 3; again++) {
            sequencer.accept(events.get(2), night + again);
        }
        for (int i = 3; i < 20; i++) {
            sequencer.accept(events.get(i), night + 100 + i);
        }
        sequencer.accept(events.get(1), night + 30_000);

        assertThat(handed).isEqualTo(events);
    }

    @Test
    void aLostEventOfAQuietSymbolIsFoundByTheTwelfthAfterIt() {
        List<Event> quiet = ChainedEvents.of("QUIET", 20, Duration.ofHours(5));
        long hour = Duration.ofHours(1).toMillis();
        sequencer.accept(quiet.get(0), 0);
        for (int i = 2; i < 13; i++) {
            sequencer.accept(quiet.get(i), i * hour);
        }
        assertThatThrownBy(() -> sequencer.accept(quiet.get(13), 13 * hour))
                .isInstanceOf(MissingEvent.class)
                .hasMessageContaining("events of QUIET, seq 2: it has not come, and 12 later ones wait");
    }

    @Test
    void aLostEventOfASymbolThatTicksIsFoundInTime() {
        List<Event> ticking = ChainedEvents.of("AAPL", 700, Duration.ofSeconds(1));
        sequencer.accept(ticking.get(0), 0);
        for (int i = 2; i <= 602; i++) {
            sequencer.accept(ticking.get(i), i * 1_000L);
        }
        assertThatThrownBy(() -> sequencer.accept(ticking.get(603), 603_000))
                .hasMessageContaining("events of AAPL, seq 2: it has not come, and 602 later ones wait")
                .hasMessageContaining("over 601000 ms of arrivals");
    }

    @Test
    void everyEventHandedOnRenewsTheTime() {
        EventSequencer limited = limitedTo(Duration.ofMillis(300));
        List<Event> events = ChainedEvents.of("AAPL", 1_000);
        for (int i = 0; i + 1 < events.size(); i += 2) {
            limited.accept(events.get(i + 1), 100L * i);
            limited.accept(events.get(i), 100L * i + 100);
        }
        assertThat(handed).isEqualTo(events);
    }

    private EventSequencer limitedTo(Duration arrivalTime) {
        return new EventSequencer(handed::add, new EarlyLimits(100, arrivalTime), Map.of());
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
