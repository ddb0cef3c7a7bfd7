package io.stockmate.pipelines.events;

import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.core.view.EventPosition;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.EventSerializer;
import io.stockmate.pipelines.runtime.SubtaskHarness;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** One subtask of {@link OrderEvents}. */
final class OrderEventsHarness extends SubtaskHarness<Event, Event> {
    private OrderEventsHarness(
            Backend backend, MarketRules rules, EarlyLimits limits, EventHistory history, int parallelism, int subtask)
            throws Exception {
        super(
                new OrderEvents(EventPosition.start(rules.hash()), limits, history),
                Event::symbol,
                EventSerializer.EVENT,
                backend,
                parallelism,
                subtask);
    }

    static OrderEventsHarness start(Backend backend) throws Exception {
        return start(backend, EarlyLimits.DEFAULT, EventHistory.NONE);
    }

    static OrderEventsHarness start(Backend backend, EarlyLimits limits, EventHistory history) throws Exception {
        return start(backend, ChainedEvents.RULES, limits, history);
    }

    /** For the events of another market. */
    static OrderEventsHarness start(MarketRules rules, EarlyLimits limits, EventHistory history) throws Exception {
        return start(Backend.HEAP, rules, limits, history);
    }

    private static OrderEventsHarness start(
            Backend backend, MarketRules rules, EarlyLimits limits, EventHistory history) throws Exception {
        OrderEventsHarness started = new OrderEventsHarness(backend, rules, limits, history, 1, 0);
        started.open();
        return started;
    }

    static OrderEventsHarness restore(Backend backend, OperatorSubtaskState state) throws Exception {
        return restore(backend, EarlyLimits.DEFAULT, state);
    }

    static OrderEventsHarness restore(Backend backend, EarlyLimits limits, OperatorSubtaskState state)
            throws Exception {
        OrderEventsHarness restored =
                new OrderEventsHarness(backend, ChainedEvents.RULES, limits, EventHistory.NONE, 1, 0);
        restored.restore(state);
        return restored;
    }

    /** One of two subtasks, from the state of one. */
    static OrderEventsHarness rescale(Backend backend, OperatorSubtaskState state, int subtask) throws Exception {
        OrderEventsHarness rescaled = new OrderEventsHarness(
                backend, ChainedEvents.RULES, EarlyLimits.DEFAULT, EventHistory.NONE, 2, subtask);
        rescaled.rescale(state, 1, 2, subtask);
        return rescaled;
    }

    /** Symbols with early events in keyed state. */
    long symbolsThatWait() {
        return keys(OrderEvents.EARLY_EVENTS);
    }

    /** Symbols with a position in keyed state. */
    long symbolsWithPosition() {
        return keys(Sequences.STATE_NAME);
    }
}
