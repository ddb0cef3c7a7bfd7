package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.junit.jupiter.api.Test;

/** Which positions a snapshot writes. */
final class SequencesTest {
    private final PositionsWritten written = new PositionsWritten();
    private final Sequences sequences =
            new Sequences(EventPosition.start(ChainedEvents.RULES_HASH), EarlyLimits.DEFAULT, written, List::of);

    @Test
    void aSnapshotWritesWhereSymbolsStandThatMovedSinceTheLastOne() throws Exception {
        List<Event> aapl = ChainedEvents.of("AAPL", 3);
        List<Event> amzn = ChainedEvents.of("AMZN", 1);
        handOn(aapl.get(0));
        handOn(aapl.get(1));
        handOn(amzn.get(0));
        sequences.writeChanges(written::select);
        assertThat(written.log).containsExactly("AAPL at 2", "AMZN at 1");

        handOn(aapl.get(2));
        sequences.writeChanges(written::select);
        sequences.writeChanges(written::select);
        assertThat(written.log).containsExactly("AAPL at 2", "AMZN at 1", "AAPL at 3");
    }

    private void handOn(Event event) throws Exception {
        ResidentSequence resident = sequences.of(event.symbol());
        resident.sequence.arrive(event, 0);
        sequences.moved(resident);
    }

    /** Keyed state that holds nothing and remembers what was written. */
    private static final class PositionsWritten implements ValueState<byte[]> {
        final List<String> log = new ArrayList<>();
        private String symbol = "";

        void select(String next) {
            symbol = next;
        }

        @Override
        public byte[] value() {
            return null;
        }

        @Override
        public void update(byte[] value) {
            log.add(symbol + " at " + PositionBytes.read(value).seq());
        }

        @Override
        public void clear() {
            log.add(symbol + " cleared");
        }
    }
}
