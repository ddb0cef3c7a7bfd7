package io.stockmate.pipelines.events;

import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.EventSerializer;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of {@link OrderEvents}. */
final class OrderEventsHarness implements AutoCloseable {
    static final int MAX_PARALLELISM = 128;

    private final OrderEvents operator;
    private final KeyedOneInputStreamOperatorTestHarness<String, Event, Event> harness;

    private OrderEventsHarness(Backend backend, EarlyLimits limits, EventHistory history, int parallelism, int subtask)
            throws Exception {
        this(backend, ChainedEvents.RULES, limits, history, parallelism, subtask);
    }

    private OrderEventsHarness(
            Backend backend, MarketRules rules, EarlyLimits limits, EventHistory history, int parallelism, int subtask)
            throws Exception {
        operator = new OrderEvents(EventPosition.start(rules.hash()), limits, history);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                operator, Event::symbol, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
        harness.setStateBackend(backend.create());
        harness.setup(EventSerializer.EVENT.createSerializer(new SerializerConfigImpl()));
    }

    static OrderEventsHarness start(Backend backend) throws Exception {
        return start(backend, EarlyLimits.DEFAULT, EventHistory.NONE);
    }

    static OrderEventsHarness start(Backend backend, EarlyLimits limits, EventHistory history) throws Exception {
        OrderEventsHarness started = new OrderEventsHarness(backend, limits, history, 1, 0);
        started.harness.open();
        return started;
    }

    /** For the events of another market. */
    static OrderEventsHarness start(MarketRules rules, EarlyLimits limits, EventHistory history) throws Exception {
        OrderEventsHarness started = new OrderEventsHarness(Backend.HEAP, rules, limits, history, 1, 0);
        started.harness.open();
        return started;
    }

    static OrderEventsHarness restore(Backend backend, OperatorSubtaskState state) throws Exception {
        return restore(backend, EarlyLimits.DEFAULT, state);
    }

    static OrderEventsHarness restore(Backend backend, EarlyLimits limits, OperatorSubtaskState state)
            throws Exception {
        OrderEventsHarness restored = new OrderEventsHarness(backend, limits, EventHistory.NONE, 1, 0);
        restored.harness.initializeState(state);
        restored.harness.open();
        return restored;
    }

    /** One of two subtasks, from the state of one. */
    static OrderEventsHarness rescale(Backend backend, OperatorSubtaskState state, int subtask) throws Exception {
        OrderEventsHarness rescaled =
                new OrderEventsHarness(backend, EarlyLimits.DEFAULT, EventHistory.NONE, 2, subtask);
        rescaled.harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(state, MAX_PARALLELISM, 1, 2, subtask));
        rescaled.harness.open();
        return rescaled;
    }

    void process(Iterable<Event> events) throws Exception {
        for (Event event : events) {
            process(event);
        }
    }

    /** All at one time. */
    void process(Event event) throws Exception {
        process(event, 0);
    }

    void process(Event event, long arrivedAt) throws Exception {
        harness.processElement(new StreamRecord<>(event, arrivedAt));
    }

    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, checkpoint);
    }

    List<Event> handedOn() {
        return harness.extractOutputValues();
    }

    /** Symbols with early events in keyed state. */
    long symbolsThatWait() {
        return keys(OrderEvents.EARLY_EVENTS);
    }

    /** Symbols with a position in keyed state. */
    long symbolsWithPosition() {
        return keys(Sequences.STATE_NAME);
    }

    private long keys(String state) {
        return operator.<String>getKeyedStateBackend()
                .getKeys(state, VoidNamespace.INSTANCE)
                .count();
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
