package io.stockmate.core.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.TopOfBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventSequencerTest {
    private final List<String> handed = new ArrayList<>();
    private final EventSequencer sequencer =
            new EventSequencer(event -> handed.add(event.header().execId()));

    @Test
    void earlyEventsWaitForThoseBeforeThem() {
        sequencer.accept(event("AAPL", 3));
        sequencer.accept(event("AAPL", 2));
        assertThat(handed).isEmpty();
        assertThat(sequencer.heldBack()).isEqualTo(2);

        sequencer.accept(event("AAPL", 1));
        assertThat(handed).containsExactly("AAPL-1", "AAPL-2", "AAPL-3");
        assertThat(sequencer.heldBack()).isZero();
    }

    @Test
    void repeatsAreDroppedWhetherHandedOrHeldBack() {
        assertThat(sequencer.accept(event("AAPL", 1))).isTrue();
        assertThat(sequencer.accept(event("AAPL", 1))).isFalse();
        assertThat(sequencer.accept(event("AAPL", 3))).isTrue();
        assertThat(sequencer.accept(event("AAPL", 3))).isFalse();
        assertThat(handed).containsExactly("AAPL-1");
        assertThat(sequencer.repeats()).isEqualTo(2);
    }

    @Test
    void symbolsDoNotWaitForEachOther() {
        sequencer.accept(event("AAPL", 2));
        sequencer.accept(event("AMZN", 1));
        assertThat(handed).containsExactly("AMZN-1");
    }

    @Test
    void eventsOutsideAnySequenceArePassedBy() {
        assertThat(sequencer.accept(event("NOPE", 0))).isFalse();
        assertThat(handed).isEmpty();
        assertThat(sequencer.repeats()).isZero();
    }

    private static Event event(String symbol, long seq) {
        return new Event(
                new EventHeader(symbol, seq, seq, symbol + "-" + seq, 0),
                0,
                new Cause("shardId-000000000000", "1", 0, 0),
                new TopOfBook(Absent.NUMBER, Absent.NUMBER, Absent.NUMBER, Absent.NUMBER));
    }
}
