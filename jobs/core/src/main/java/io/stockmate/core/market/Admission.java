package io.stockmate.core.market;

/** Lets orders wait as stops, match while trading is open, and rest unmatched while it is not. */
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
        if (order.waits()) {
            state.orders.add(order);
            state.stops.add(order);
        } else {
            trade(order);
        }
    }

    /** An order that has been accepted, or triggered, and waits for nothing. */
    void trade(Order order) {
        if (state.isOpen()) {
            match(order);
        } else if (order.rests() && order.neededAtOnce() == 0) {
            matching.rest(order);
        } else {
            lifecycle.halted(order);
        }
    }

    private void match(Order order) {
        long needed = order.neededAtOnce();
        if (needed > 0 && matching.fillable(order) < needed) {
            lifecycle.noMatch(order);
        } else {
            matching.enter(order);
        }
    }

    /** An order that rests and has lost its place. */
    void reenter(Order order) {
        if (state.isOpen() && !order.isIceberg()) {
            matching.reenter(order);
            return;
        }
        state.book.remove(order.entry);
        if (state.isOpen()) {
            matching.enter(order);
        } else {
            matching.rest(order);
        }
    }
}
