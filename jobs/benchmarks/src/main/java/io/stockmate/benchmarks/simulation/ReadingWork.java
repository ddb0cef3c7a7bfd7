package io.stockmate.benchmarks.simulation;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import io.stockmate.core.view.SymbolSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts the events of each symbol in sequence before a consumer: repeats are dropped, and what is early waits. */
final class ReadingWork implements Work<Event> {
    private static final class Symbol {
        private final SymbolSequence sequence;
        private final Map<Long, Event> early = new HashMap<>();

        private Symbol(SymbolSequence sequence) {
            this.sequence = sequence;
        }
    }

    private final EventPosition start;
    private final KeyedState state;
    private final Consumer consumer;
    private final Mechanisms mechanisms;
    private final Chain chains = new Chain();
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Set<String> moved = new HashSet<>();

    /** @param start where every symbol begins */
    ReadingWork(EventPosition start, KeyedState state, Consumer consumer, Mechanisms mechanisms) {
        this.start = start;
        this.state = state;
        this.consumer = consumer;
        this.mechanisms = mechanisms;
    }

    @Override
    public void take(Event event, Outbox out) {
        if (event.seq() == 0) {
            return;
        }
        Symbol symbol = symbols.computeIfAbsent(event.symbol(), this::open);
        moved.add(event.symbol());
        switch (symbol.sequence.arrive(event, 0)) {
            case NEXT -> {
                consumer.apply(event, out);
                handOnWhatIsDue(symbol, out);
            }
            case EARLY -> {
                if (mechanisms.keeps(event)) {
                    symbol.early.put(event.seq(), event);
                }
            }
            case REPEAT -> {}
        }
    }

    private Symbol open(String name) {
        KeyedState.Place place = state.places().get(name);
        if (place == null) {
            return new Symbol(new SymbolSequence(name, start, EarlyLimits.DEFAULT, chains));
        }
        EventPosition position = mechanisms.position(place.position());
        Symbol symbol = new Symbol(new SymbolSequence(name, position, EarlyLimits.DEFAULT, chains));
        for (Event event : place.early()) {
            symbol.sequence.hold(event);
            symbol.early.put(event.seq(), event);
        }
        return symbol;
    }

    private void handOnWhatIsDue(Symbol symbol, Outbox out) {
        for (long seq = symbol.sequence.due(); seq > 0; seq = symbol.sequence.due()) {
            Event due = symbol.early.remove(seq);
            if (due == null) {
                // Only where keeping is broken: the next one then shows a gap in the chain.
                return;
            }
            symbol.sequence.advance(due);
            consumer.apply(due, out);
        }
    }

    @Override
    public void snapshot() {
        for (String name : moved) {
            Symbol symbol = symbols.get(name);
            if (symbol != null) {
                state.places()
                        .put(
                                name,
                                new KeyedState.Place(
                                        symbol.sequence.position(), new ArrayList<>(symbol.early.values())));
            }
        }
        moved.clear();
        consumer.snapshot();
    }
}
