package io.stockmate.core.market;

import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.OrdStatus;

/** How an order begins to work, is lowered and ends, with the stock that is promised to it. */
final class Lifecycle {
    static final String NO_MATCH = "NO_MATCH";
    static final String SELF_TRADE = "SELF_TRADE";
    static final String EXPIRED = "EXPIRED";
    static final String HALTED = "HALTED";

    private final MarketState state;

    Lifecycle(MarketState state) {
        this.state = state;
    }

    void accepted(Order order) {
        state.reports.working(order, ExecType.NEW, null);
        allocate(order, order.leavesQty);
    }

    /** Nothing is left of it: its last report told so. */
    void filled(Order order) {
        forget(order, OrdStatus.FILLED);
    }

    void noMatch(Order order) {
        end(order, ExecType.CANCELED, OrdStatus.CANCELED, NO_MATCH, true);
    }

    /** It would not rest, and nothing trades: nobody's demand was unmet. */
    void halted(Order order) {
        end(order, ExecType.CANCELED, OrdStatus.CANCELED, HALTED, false);
    }

    /** It was accepted and cannot go on. */
    void refused(Order order, Refusal refusal) {
        end(order, ExecType.CANCELED, OrdStatus.CANCELED, refusal.text(), false);
    }

    void selfTrade(Order order) {
        end(order, ExecType.CANCELED, OrdStatus.CANCELED, SELF_TRADE, false);
    }

    /** Self-trade prevention lowers it by {@code qty}, and something is left. */
    void restated(Order order, long qty) {
        order.orderQty -= qty;
        order.leavesQty -= qty;
        order.showNoMoreThanLeft();
        state.reports.working(order, ExecType.RESTATED, SELF_TRADE);
        allocate(order, -qty);
    }

    void canceledByOwner(Order order, String clOrdId) {
        state.withdraw(order);
        state.reports.canceledByOwner(order, clOrdId);
        release(order);
        forget(order, OrdStatus.CANCELED);
    }

    /** Expires what is due at the present book time. */
    void expireDue() {
        long ts = state.publisher.ts();
        for (Order due = state.orders.firstDue(ts); due != null; due = state.orders.firstDue(ts)) {
            state.withdraw(due);
            end(due, ExecType.EXPIRED, OrdStatus.EXPIRED, EXPIRED, true);
        }
    }

    /** Promises {@code qty} more of its owner's stock to a SELL, or less where negative. */
    void allocate(Order order, long qty) {
        if (qty != 0 && order.isSell() && state.instrument.tracksStock()) {
            state.stock.allocate(order.account, qty, state.publisher.orderId(order.entry));
        }
    }

    private void end(Order order, ExecType execType, OrdStatus ordStatus, String text, boolean unmet) {
        state.reports.ended(order, execType, ordStatus, text, unmet);
        release(order);
        forget(order, ordStatus);
    }

    private void release(Order order) {
        long left = order.leavesQty;
        order.leavesQty = 0;
        allocate(order, -left);
    }

    private void forget(Order order, OrdStatus ordStatus) {
        if (state.orders.find(order.entry) != null) {
            state.orders.remove(order);
        }
        state.ended(order, ordStatus);
    }
}
