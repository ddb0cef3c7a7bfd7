package io.stockmate.local.exactness;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.BrokenSequence;
import io.stockmate.core.view.EventPosition;
import io.stockmate.core.view.EventSequencer;
import io.stockmate.local.platform.StillMarket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The stream {@code events} of a run.
 *
 * @param chains by symbol, after the last event
 * @param firstArrivals of each event, ascending, epoch milliseconds
 * @param repeats records that were there already
 * @param heldBack events behind a gap
 * @param broken why no event of a symbol was taken any more, by symbol
 */
@SuppressWarnings("ArrayRecordComponent")
record Publication(
        SortedMap<String, Long> chains,
        long[] firstArrivals,
        long repeats,
        int heldBack,
        SortedMap<String, String> broken) {

    static Publication of(StillMarket market) throws Exception {
        EventCodec codec = new EventCodec();
        EventSequencer sequencer = new EventSequencer(event -> {});
        Map<String, Long> arrivals = new HashMap<>();
        SortedMap<String, String> broken = new TreeMap<>();
        long[] records = new long[1];
        market.events(record -> {
            Event event = codec.decode(record.data());
            records[0]++;
            arrivals.merge(event.header().execId(), record.cause().arrivedAt(), Math::min);
            if (!broken.containsKey(event.symbol())) {
                try {
                    sequencer.accept(event);
                } catch (BrokenSequence contradicted) {
                    broken.put(event.symbol(), String.valueOf(contradicted.getMessage()));
                }
            }
        });
        SortedMap<String, Long> chains = new TreeMap<>();
        for (Map.Entry<String, EventPosition> position : sequencer.positions().entrySet()) {
            chains.put(
                    position.getKey(),
                    Objects.requireNonNull(position.getValue().chain()));
        }
        long[] ascending =
                arrivals.values().stream().mapToLong(Long::longValue).sorted().toArray();
        return new Publication(chains, ascending, records[0] - ascending.length, sequencer.heldBack(), broken);
    }

    long events() {
        return firstArrivals.length;
    }

    /** From each kill to the first event that had not been published before, milliseconds; where one came. */
    List<Long> recoveries(List<Kill> kills) {
        return kills.stream().flatMap(kill -> recovery(kill).boxed()).toList();
    }

    private LongStream recovery(Kill kill) {
        return Arrays.stream(firstArrivals)
                .filter(arrival -> arrival >= kill.deadAt())
                .map(arrival -> arrival - kill.sentAt())
                .limit(1);
    }
}
