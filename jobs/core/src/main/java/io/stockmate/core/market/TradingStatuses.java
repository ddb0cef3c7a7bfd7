package io.stockmate.core.market;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Halts, resumes and closes trading. While it is HALTED orders rest and leave without matching; CLOSED takes cancels
 * only. What crosses when it is OPEN again matches in order of place, each order as if it entered behind those before.
 */
final class TradingStatuses {
    private final MarketState state;
    private final OrderChecks checks;
    private final Lifecycle lifecycle;
    private final Matching matching;

    TradingStatuses(MarketState state, OrderChecks checks, Lifecycle lifecycle, Matching matching) {
        this.state = state;
        this.checks = checks;
        this.lifecycle = lifecycle;
        this.matching = matching;
    }

    void set(Command command, SetTradingStatus asked) {
        state.publisher.publish(new Accepted(asked.type().wireName(), JsonText.of(command)));
        state.status = asked.status();
        if (state.isOpen()) {
            matchWhatCrosses();
        }
    }

    private void matchWhatCrosses() {
        List<Order> crossing = crossing();
        for (Order order : crossing) {
            state.book.remove(order.entry);
        }
        for (Order order : crossing) {
            order.place = state.nextPlace();
            Refusal refusal = checks.money(order);
            if (refusal == null) {
                matching.enter(order);
            } else {
                lifecycle.refused(order, refusal);
            }
        }
    }

    /** The orders at prices that cross, in order of place: no other one can trade. */
    private List<Order> crossing() {
        long bid = state.book.bestPrice(Side.BUY);
        long ask = state.book.bestPrice(Side.SELL);
        List<Order> crossing = new ArrayList<>();
        if (bid != 0 && ask != 0 && bid >= ask) {
            state.book.orders(
                    Side.BUY,
                    (order, account, price, quantity, hidden) ->
                            price >= ask && crossing.add(state.orders.working(order)));
            state.book.orders(
                    Side.SELL,
                    (order, account, price, quantity, hidden) ->
                            price <= bid && crossing.add(state.orders.working(order)));
            crossing.sort(Comparator.comparingLong(order -> order.place));
        }
        return crossing;
    }
}
