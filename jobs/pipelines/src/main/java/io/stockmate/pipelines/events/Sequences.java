package io.stockmate.pipelines.events;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import io.stockmate.core.view.SymbolSequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/** Where each symbol of a subtask stands, on the heap over the keyed state from which it is loaded when first met. */
final class Sequences {
    /** Part of every savepoint: never changed. */
    static final String STATE_NAME = "event-position";

    /** The early events in keyed state. */
    interface EarlyEvents {
        Iterable<Event> ofCurrentSymbol() throws Exception;
    }

    private final EventPosition start;
    private final EarlyLimits limits;
    private final ValueState<byte[]> positions;
    private final EarlyEvents earlyEvents;
    private final Chain chains = new Chain();
    private final Map<String, ResidentSequence> residents = new HashMap<>();
    private final List<ResidentSequence> changed = new ArrayList<>();
    private long early;

    Sequences(EventPosition start, EarlyLimits limits, ValueState<byte[]> positions, EarlyEvents earlyEvents) {
        this.start = start;
        this.limits = limits;
        this.positions = positions;
        this.earlyEvents = earlyEvents;
    }

    static ValueStateDescriptor<byte[]> descriptor() {
        return new ValueStateDescriptor<>(STATE_NAME, BytePrimitiveArraySerializer.INSTANCE);
    }

    /** Of the current key. */
    ResidentSequence of(String symbol) throws Exception {
        ResidentSequence resident = residents.get(symbol);
        if (resident == null) {
            resident = new ResidentSequence(symbol, load(symbol));
            residents.put(symbol, resident);
        }
        return resident;
    }

    private SymbolSequence load(String symbol) throws Exception {
        byte[] saved = positions.value();
        EventPosition position = saved == null ? start : PositionBytes.read(saved);
        SymbolSequence sequence = new SymbolSequence(symbol, position, limits, chains);
        for (Event event : earlyEvents.ofCurrentSymbol()) {
            sequence.hold(event);
        }
        return sequence;
    }

    /** An event was handed on: the next snapshot writes where the symbol stands. */
    void moved(ResidentSequence resident) {
        if (!resident.changed) {
            resident.changed = true;
            changed.add(resident);
        }
    }

    /** Counts anew how many events of the symbol wait. */
    void waiting(ResidentSequence resident) {
        early += resident.sequence.early() - resident.counted;
        resident.counted = resident.sequence.early();
    }

    /** Events that wait, of all symbols on the heap. */
    long early() {
        return early;
    }

    /** Writes what changed since the last time. {@code select} makes a symbol the current key. */
    void writeChanges(Consumer<String> select) throws IOException {
        for (ResidentSequence resident : changed) {
            select.accept(resident.symbol);
            positions.update(PositionBytes.write(resident.sequence.position()));
            resident.changed = false;
        }
        changed.clear();
    }
}
