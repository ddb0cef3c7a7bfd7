package io.stockmate.core.view;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the events of all symbols in sequence: a stream delivers them at least once and not always in order. Each event
 * is proved by its chain to continue those before it. Events with seq 0 stand outside every sequence and are passed by:
 * who wants them takes them as they come, and tells repeats apart by execId. For one thread.
 *
 * <p>To go on in another life, save {@link #positions} together with what was made of the events, and read the stream
 * again from a place before the oldest event that was held back then; what was handed on before is dropped as repeats.
 */
public final class EventSequencer {
    private final Consumer<Event> next;
    private final EarlyLimits limits;
    private final Map<String, EventPosition> saved;
    private final Chain chains = new Chain();
    private final Map<String, SymbolSequence> sequences = new HashMap<>();
    private final Map<String, Map<Long, Event>> early = new HashMap<>();
    private long repeats;
    private int heldBack;

    /**
     * From seq 1 on, within {@link EarlyLimits#DEFAULT}.
     *
     * @param next receives each event once, those of a symbol in order of seq without a gap
     */
    public EventSequencer(Consumer<Event> next) {
        this(next, EarlyLimits.DEFAULT, Map.of());
    }

    /** @param positions where to go on, by symbol; others begin at {@link EventPosition#START} */
    public EventSequencer(Consumer<Event> next, EarlyLimits limits, Map<String, EventPosition> positions) {
        this.next = next;
        this.limits = limits;
        this.saved = new HashMap<>(positions);
    }

    /** As {@link #accept(Event, long)} of a reader who does not know when: only the limit of their number holds. */
    public boolean accept(Event event) {
        return accept(event, 0);
    }

    /**
     * Takes an event as it came; returns whether it was new.
     *
     * @param arrivedAt when its record arrived in the stream that is read (not its cause), epoch milliseconds
     * @throws BrokenSequence if an event is missing for good or contradicted: nothing more can be handed on
     */
    public boolean accept(Event event, long arrivedAt) {
        if (event.seq() == 0) {
            return false;
        }
        SymbolSequence sequence = sequences.computeIfAbsent(event.symbol(), this::open);
        return switch (sequence.arrive(event, arrivedAt)) {
            case REPEAT -> {
                repeats++;
                yield false;
            }
            case EARLY -> {
                sequence.requireWithinLimits();
                heldBack++;
                early.computeIfAbsent(event.symbol(), symbol -> new HashMap<>()).put(event.seq(), event);
                yield true;
            }
            case NEXT -> {
                next.accept(event);
                handOnWhatIsDue(event.symbol(), sequence);
                yield true;
            }
        };
    }

    private SymbolSequence open(String symbol) {
        EventPosition position = saved.getOrDefault(symbol, EventPosition.START);
        return new SymbolSequence(symbol, position, limits, chains);
    }

    private void handOnWhatIsDue(String symbol, SymbolSequence sequence) {
        Map<Long, Event> waiting = early.get(symbol);
        if (waiting == null) {
            return;
        }
        for (Event due = waiting.remove(sequence.due()); due != null; due = waiting.remove(sequence.due())) {
            sequence.advance(due);
            heldBack--;
            next.accept(due);
        }
        if (waiting.isEmpty()) {
            early.remove(symbol);
        }
    }

    /** After the last event handed on, by symbol in their order; symbols of which none was are left out. */
    public Map<String, EventPosition> positions() {
        Map<String, EventPosition> positions = new TreeMap<>(saved);
        sequences.forEach((symbol, sequence) -> {
            if (sequence.seq() > 0) {
                positions.put(symbol, sequence.position());
            }
        });
        return positions;
    }

    /** How many events came again. */
    public long repeats() {
        return repeats;
    }

    /** How many events wait for one before them. */
    public int heldBack() {
        return heldBack;
    }
}
