package io.stockmate.core.view;

import io.stockmate.core.message.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the events of all symbols in sequence, from seq 1 on: a stream delivers them at least once and not always in
 * order. Events with seq 0 stand outside every sequence and are passed by.
 */
public final class EventSequencer {
    private final Consumer<Event> next;
    private final Map<String, Sequence> sequences = new HashMap<>();
    private long repeats;
    private int heldBack;

    /** @param next receives each event once, those of a symbol in order of seq without a gap */
    public EventSequencer(Consumer<Event> next) {
        this.next = next;
    }

    /** Takes an event as it came; returns whether it was new. */
    public boolean accept(Event event) {
        long seq = event.seq();
        if (seq == 0) {
            return false;
        }
        Sequence sequence = sequences.computeIfAbsent(event.symbol(), symbol -> new Sequence());
        if (seq < sequence.expected || (seq > sequence.expected && sequence.early.putIfAbsent(seq, event) != null)) {
            repeats++;
            return false;
        }
        if (seq > sequence.expected) {
            heldBack++;
            return true;
        }
        hand(sequence, event);
        while (!sequence.early.isEmpty() && sequence.early.firstKey() == sequence.expected) {
            heldBack--;
            hand(sequence, sequence.early.pollFirstEntry().getValue());
        }
        return true;
    }

    private void hand(Sequence sequence, Event event) {
        sequence.expected++;
        next.accept(event);
    }

    /** How many events came again. */
    public long repeats() {
        return repeats;
    }

    /** How many events wait for one before them. */
    public int heldBack() {
        return heldBack;
    }

    private static final class Sequence {
        private final TreeMap<Long, Event> early = new TreeMap<>();
        private long expected = 1;
    }
}
