package io.stockmate.core.market;

import io.stockmate.core.message.TimeInForce;

/** Lets orders into the book: to match while trading is open, to rest unmatched while it is not. */
final class Admission {
    private final MarketState state;
    private final Lifecycle lifecycle;
    private final Matching matching;

    Admission(MarketState state, Lifecycle lifecycle, Matching matching) {
        this.state = state;
        this.lifecycle = lifecycle;
        this.matching = matching;
    }

    /** An order that has been accepted. */
    void enter(Order order) {
        if (!state.isOpen() && !order.rests()) {
            lifecycle.halted(order);
        } else if (order.timeInForce == TimeInForce.FOK && !matching.fillsAtOnce(order)) {
            lifecycle.noMatch(order);
        } else {
            matchOrRest(order);
        }
    }

    private void matchOrRest(Order order) {
        if (state.isOpen()) {
            matching.enter(order);
        } else {
            matching.rest(order);
        }
    }

    /** An order that rests and has lost its place. */
    void reenter(Order order) {
        if (state.isOpen()) {
            matching.reenter(order);
        } else {
            state.book.remove(order.entry);
            matching.rest(order);
        }
    }
}
