package io.stockmate.benchmarks.matching;

import io.stockmate.core.message.Event;
import java.util.function.Consumer;

/** Counts events and keeps a rolling checksum of their chains, so that no work can be left out. */
final class CountedEvents implements Consumer<Event> {
    private long count;
    private long checksum;

    @Override
    public void accept(Event event) {
        count++;
        checksum = 31 * checksum + event.chain();
    }

    long count() {
        return count;
    }

    long checksum() {
        return checksum;
    }
}
