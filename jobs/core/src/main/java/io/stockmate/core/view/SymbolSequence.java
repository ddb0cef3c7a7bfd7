package io.stockmate.core.view;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Event;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each event of a symbol whether it is the next, came early or is a repeat, and proves by the chain that the
 * next one continues those before it. Whoever asks keeps the early events; this remembers only which there are. A
 * repeat is compared with the last event and with those that wait; older ones are passed by unseen.
 */
public final class SymbolSequence {
    /** What an event is to a reader. */
    public enum Arrival {
        /** To be handed on now; then see {@link #due}. */
        NEXT,
        /** To be kept until it is {@link #due}. */
        EARLY,
        /** To be dropped. */
        REPEAT
    }

    private final String symbol;
    private final EarlyLimits limits;
    private final Chain chains;
    private final Patience patience;

    /** The chains of those that wait, by seq. */
    private final TreeMap<Long, Long> early = new TreeMap<>();

    private long seq;
    private long chain;
    private boolean chainKnown;

    /** @param chains may serve many symbols of one thread */
    public SymbolSequence(String symbol, EventPosition position, EarlyLimits limits, Chain chains) {
        this.symbol = symbol;
        this.limits = limits;
        this.patience = new Patience(limits);
        this.chains = chains;
        this.seq = position.seq();
        Long known = position.chain();
        this.chainKnown = known != null;
        this.chain = known == null ? 0 : known;
    }

    /**
     * Takes an event of this symbol with seq ≥ 1.
     *
     * @param arrivedAt when its record arrived in the stream that is read, epoch milliseconds
     * @throws ContradictedEvent if its chain is not what it must be
     */
    public Arrival arrive(Event event, long arrivedAt) {
        if (event.seq() <= seq) {
            if (event.seq() == seq && chainKnown) {
                require(event, chain);
            }
            return Arrival.REPEAT;
        }
        if (event.seq() > seq + 1) {
            return wait(event, arrivedAt);
        }
        advance(event);
        return Arrival.NEXT;
    }

    /**
     * Takes the event that is {@link #due}, to be handed on now.
     *
     * @throws ContradictedEvent if its chain is not what it must be
     */
    public void advance(Event event) {
        if (event.seq() != seq + 1) {
            throw new IllegalArgumentException(event.header().execId() + " does not follow seq " + seq);
        }
        if (chainKnown) {
            require(event, chains.next(chain, event.header(), event.body()));
        }
        seq++;
        chain = event.chain();
        chainKnown = true;
        early.remove(seq);
        patience.renew();
    }

    private Arrival wait(Event event, long arrivedAt) {
        Long same = early.get(event.seq());
        if (same != null) {
            require(event, same);
            return Arrival.REPEAT;
        }
        hold(event);
        patience.arrival(arrivedAt);
        return Arrival.EARLY;
    }

    /** Whether more wait for the next event than the limits allow. */
    public boolean isOverdue() {
        return early.size() > limits.count() || patience.isOver();
    }

    /** @throws MissingEvent if the next event {@link #isOverdue} */
    public void requireWithinLimits() {
        if (isOverdue()) {
            throw new MissingEvent(symbol, seq + 1, early.size(), early.firstKey(), patience.waitedMs(), limits);
        }
    }

    private void require(Event event, long expected) {
        if (event.chain() != expected) {
            throw new ContradictedEvent(symbol, event.seq(), event.chain(), expected);
        }
    }

    /** Remembers an event that {@link #arrive} called EARLY in an earlier life. The time for it begins anew. */
    public void hold(Event event) {
        early.put(event.seq(), event.chain());
    }

    /** The seq of the early event whose turn it is, to be given to {@link #advance}; 0 if there is none. */
    public long due() {
        Map.@Nullable Entry<Long, Long> first = early.firstEntry();
        return first != null && first.getKey() == seq + 1 ? first.getKey() : 0;
    }

    /** The highest seq that waits; 0 if none does. */
    public long lastEarly() {
        return early.isEmpty() ? 0 : early.lastKey();
    }

    /** Of the last event that was NEXT; 0 before the first. */
    public long seq() {
        return seq;
    }

    /** How many events wait. */
    public int early() {
        return early.size();
    }

    /** After the last event that was NEXT. */
    public EventPosition position() {
        return new EventPosition(seq, chainKnown ? (Long) chain : null);
    }
}
