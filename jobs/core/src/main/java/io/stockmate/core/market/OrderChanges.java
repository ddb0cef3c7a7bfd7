package io.stockmate.core.market;

import static io.stockmate.core.message.Absent.is;

import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CxlRejResponseTo;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Cancels and replaces working orders on their owners' behalf. */
final class OrderChanges {
    private static final String NO_ORDER = "NONE";

    private final MarketState state;
    private final Requests requests;
    private final OrderChecks checks;
    private final Lifecycle lifecycle;
    private final Matching matching;

    OrderChanges(MarketState state, Requests requests, OrderChecks checks, Lifecycle lifecycle, Matching matching) {
        this.state = state;
        this.requests = requests;
        this.checks = checks;
        this.lifecycle = lifecycle;
        this.matching = matching;
    }

    void cancel(String account, CancelOrder asked) {
        Target target =
                new Target(account, asked.clOrdId(), asked.origClOrdId(), CxlRejResponseTo.ORDER_CANCEL_REQUEST);
        if (isRepeat(target, asked)) {
            return;
        }
        remember(target, asked, 0);
        Order order = working(target);
        if (order != null) {
            lifecycle.canceledByOwner(order, asked.clOrdId());
        }
    }

    void replace(String account, ReplaceOrder asked) {
        Target target = new Target(
                account, asked.clOrdId(), asked.origClOrdId(), CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST);
        if (isRepeat(target, asked)) {
            return;
        }
        Order order = state.orders.find(account, asked.origClOrdId());
        Refusal refusal = order == null ? null : check(order, asked);
        remember(target, asked, order == null || refusal != null ? 0 : order.entry);
        if (order == null) {
            rejectNotWorking(target);
        } else if (refusal != null) {
            reject(target, order, refusal);
        } else {
            replace(order, asked);
        }
    }

    /** Answers a cancel or replacement of which not all could be read. */
    void refuse(String account, String clOrdId, Refused refused, CxlRejResponseTo responseTo) {
        Target target = new Target(account, clOrdId, null, responseTo);
        if (!isRepeat(target, refused)) {
            remember(target, refused, 0);
            publishReject(target, NO_ORDER, OrdStatus.REJECTED, Refusal.invalid(refused.field()));
        }
    }

    private record Target(String account, String clOrdId, @Nullable String origClOrdId, CxlRejResponseTo responseTo) {
        IdKey key() {
            return IdKey.of(IdKey.Kind.CL_ORD_ID, account, clOrdId);
        }
    }

    private void remember(Target target, CommandBody body, long order) {
        requests.remember(target.key(), body, order);
    }

    private boolean isRepeat(Target target, CommandBody body) {
        KnownId.Used earlier = requests.earlier(target.key());
        if (earlier == null) {
            return false;
        }
        Order order = target.origClOrdId == null ? null : state.orders.find(target.account, target.origClOrdId);
        reject(target, order, requests.repeat(earlier, body));
        return true;
    }

    private @Nullable Order working(Target target) {
        Order order = target.origClOrdId == null ? null : state.orders.find(target.account, target.origClOrdId);
        if (order == null) {
            rejectNotWorking(target);
        }
        return order;
    }

    /** Tells an owner what became of the order; of others' orders nothing. */
    private void rejectNotWorking(Target target) {
        KnownId.Used used = target.origClOrdId == null
                ? null
                : requests.earlier(IdKey.of(IdKey.Kind.CL_ORD_ID, target.account, target.origClOrdId));
        if (used == null || used.order() == 0) {
            publishReject(target, NO_ORDER, OrdStatus.REJECTED, Refusal.unknownOrder("UNKNOWN_ORDER"));
            return;
        }
        String orderId = state.publisher.orderId(used.order());
        Order working = state.orders.find(used.order());
        if (working != null) {
            publishReject(target, orderId, working.workingStatus(), Refusal.unknownOrder("SUPERSEDED_ID"));
            return;
        }
        KnownId.Ended ended = state.ids.ended(used.order());
        OrdStatus ordStatus = ended == null ? OrdStatus.REJECTED : ended.ordStatus();
        publishReject(target, orderId, ordStatus, Refusal.tooLate());
    }

    private void reject(Target target, @Nullable Order order, Refusal refusal) {
        if (order == null) {
            publishReject(target, NO_ORDER, OrdStatus.REJECTED, refusal);
        } else {
            publishReject(target, state.publisher.orderId(order.entry), order.workingStatus(), refusal);
        }
    }

    private void publishReject(Target target, String orderId, OrdStatus ordStatus, Refusal refusal) {
        state.publisher.publish(new OrderCancelReject(
                target.account,
                target.clOrdId,
                target.origClOrdId,
                orderId,
                ordStatus,
                refusal.cxlRejReason(),
                target.responseTo,
                refusal.text()));
    }

    private @Nullable Refusal check(Order order, ReplaceOrder asked) {
        if (!is(asked.stopPx())) {
            return Refusal.unsupported("stopPx");
        }
        if (!is(asked.displayQty())) {
            return Refusal.unsupported("displayQty");
        }
        if (!is(asked.orderQty()) && !checks.quantityFits(asked.orderQty())) {
            return Refusal.invalid("orderQty");
        }
        if (!is(asked.price()) && !checks.priceFits(asked.price())) {
            return Refusal.invalid("price");
        }
        if (!is(asked.expireTime()) && order.timeInForce != TimeInForce.GTD) {
            return Refusal.invalid("expireTime");
        }
        if (!is(asked.expireTime()) && asked.expireTime() <= state.publisher.ts()) {
            return Refusal.expireTimePassed();
        }
        return checkAmounts(order, asked);
    }

    private @Nullable Refusal checkAmounts(Order order, ReplaceOrder asked) {
        long orderQty = is(asked.orderQty()) ? order.orderQty : asked.orderQty();
        long price = is(asked.price()) ? order.price : asked.price();
        long leavesQty = Math.max(0, orderQty - order.cumQty);
        Refusal refusal = checks.limits(order.account, order.side, price, orderQty, leavesQty, order.notional);
        if (refusal == null && orderQty > order.orderQty) {
            refusal = checks.stock(order.account, order.side, orderQty - order.orderQty);
        }
        boolean moves = price != order.price && leavesQty > 0;
        return refusal == null && moves && order.postOnly && matching.crosses(order.side, price)
                ? Refusal.wouldCross()
                : refusal;
    }

    private void replace(Order order, ReplaceOrder asked) {
        long orderQty = is(asked.orderQty()) ? order.orderQty : asked.orderQty();
        long price = is(asked.price()) ? order.price : asked.price();
        boolean losesPlace = price != order.price || orderQty > order.orderQty;
        String origClOrdId = order.clOrdId;
        state.orders.rename(order, asked.clOrdId());
        if (!is(asked.expireTime())) {
            state.orders.expireAt(order, asked.expireTime());
        }
        if (orderQty <= order.cumQty) {
            finish(order, origClOrdId);
            return;
        }
        long more = orderQty - order.orderQty;
        if (losesPlace) {
            state.book.remove(order.entry);
            order.place = state.nextPlace();
        } else if (more < 0) {
            state.book.reduce(order.entry, order.leavesQty + more);
        }
        order.price = price;
        order.orderQty = orderQty;
        order.leavesQty += more;
        state.orders.changed(order);
        state.reports.replaced(order, origClOrdId);
        lifecycle.allocate(order, more);
        if (losesPlace) {
            matching.enter(order);
        }
    }

    /** The new total is no more than what has traded: the order is done. */
    private void finish(Order order, String origClOrdId) {
        long left = order.leavesQty;
        state.book.remove(order.entry);
        order.orderQty = order.cumQty;
        order.leavesQty = 0;
        state.reports.replaced(order, origClOrdId);
        lifecycle.allocate(order, -left);
        lifecycle.filled(order);
    }
}
