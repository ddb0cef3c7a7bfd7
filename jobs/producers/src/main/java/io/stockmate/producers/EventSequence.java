package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the events of one symbol in sequence: drops repeats and holds back what came early. It starts at the first
 * event it meets. Past {@value #HELD_BACK_MAX} events it gives a gap up as lost: who trades on what he knows of the
 * market can do with less than all of it.
 */
public final class EventSequence {
    public static final int HELD_BACK_MAX = 1_000;

    private final Consumer<Event> next;
    private final TreeMap<Long, Event> early = new TreeMap<>();
    private long expected;

    public EventSequence(Consumer<Event> next) {
        this.next = next;
    }

    /** Takes an event with {@code seq ≥ 1}. */
    public void accept(Event event) {
        long seq = event.seq();
        if (expected == 0) {
            expected = seq;
        }
        if (seq > expected) {
            early.put(seq, event);
            if (early.size() > HELD_BACK_MAX) {
                expected = early.firstKey();
            }
        } else if (seq == expected) {
            hand(event);
        }
        while (!early.isEmpty() && early.firstKey() == expected) {
            hand(early.pollFirstEntry().getValue());
        }
    }

    private void hand(Event event) {
        expected++;
        next.accept(event);
    }
}
