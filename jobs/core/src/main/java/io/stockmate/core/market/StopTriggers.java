package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ExecType;
import java.util.ArrayDeque;

/**
 * Triggers stops by the last trade's price, once a command's own matching is over: one after another, and what their
 * trades trigger in turn goes to the end of the queue.
 */
final class StopTriggers {
    private final MarketState state;
    private final OrderChecks checks;
    private final Lifecycle lifecycle;
    private final Admission admission;

    StopTriggers(MarketState state, OrderChecks checks, Lifecycle lifecycle, Admission admission) {
        this.state = state;
        this.checks = checks;
        this.lifecycle = lifecycle;
        this.admission = admission;
    }

    /** Does nothing while trading is not open, and before the first trade. */
    void trigger() {
        if (!state.isOpen() || Absent.is(state.lastPx)) {
            return;
        }
        ArrayDeque<Order> queue = new ArrayDeque<>();
        state.stops.takeTriggered(state.lastPx, queue);
        for (Order order = queue.poll(); order != null; order = queue.poll()) {
            trigger(order);
            state.stops.takeTriggered(state.lastPx, queue);
        }
    }

    private void trigger(Order order) {
        order.triggered = true;
        order.place = state.nextPlace();
        state.reports.working(order, ExecType.TRIGGERED, null);
        Refusal refusal = checks.triggered(order);
        if (refusal == null) {
            admission.trade(order);
        } else {
            lifecycle.refused(order, refusal);
        }
    }
}
