package io.stockmate.core.market;

import static io.stockmate.core.message.Absent.is;

import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CxlRejResponseTo;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Cancels and replaces working orders on their owners' behalf. */
final class OrderChanges {
    private final MarketState state;
    private final Requests requests;
    private final CancelRejects rejects;
    private final OrderChecks checks;
    private final Lifecycle lifecycle;
    private final Admission admission;
    private final Matching matching;

    OrderChanges(
            MarketState state,
            Requests requests,
            OrderChecks checks,
            Lifecycle lifecycle,
            Admission admission,
            Matching matching) {
        this.state = state;
        this.requests = requests;
        this.rejects = new CancelRejects(state, requests);
        this.checks = checks;
        this.lifecycle = lifecycle;
        this.admission = admission;
        this.matching = matching;
    }

    void cancel(String account, CancelOrder asked) {
        CancelRejects.Request request = new CancelRejects.Request(
                account, asked.clOrdId(), asked.origClOrdId(), CxlRejResponseTo.ORDER_CANCEL_REQUEST);
        IdKey key = key(request);
        if (isRepeat(request, key, asked)) {
            return;
        }
        requests.remember(key, asked, 0);
        Order order = working(account, asked.origClOrdId());
        if (order == null) {
            rejects.rejectNotWorking(request);
        } else {
            lifecycle.canceledByOwner(order, asked.clOrdId());
        }
    }

    void replace(String account, ReplaceOrder asked) {
        CancelRejects.Request request = new CancelRejects.Request(
                account, asked.clOrdId(), asked.origClOrdId(), CxlRejResponseTo.ORDER_CANCEL_REPLACE_REQUEST);
        IdKey key = key(request);
        if (isRepeat(request, key, asked)) {
            return;
        }
        Order order = working(account, asked.origClOrdId());
        Refusal refusal = order == null ? null : check(order, asked);
        requests.remember(key, asked, order == null || refusal != null ? 0 : order.entry);
        if (order == null) {
            rejects.rejectNotWorking(request);
        } else if (refusal != null) {
            rejects.reject(request, refusal);
        } else {
            replace(order, asked);
        }
    }

    /** Answers a cancel or replacement of which not all could be read. */
    void refuse(String account, String clOrdId, Refused refused, CxlRejResponseTo responseTo) {
        CancelRejects.Request request = new CancelRejects.Request(account, clOrdId, null, responseTo);
        IdKey key = key(request);
        if (!isRepeat(request, key, refused)) {
            requests.remember(key, refused, 0);
            rejects.reject(request, Refusal.invalid(refused.field()));
        }
    }

    private IdKey key(CancelRejects.Request request) {
        return requests.key(IdKey.Kind.CL_ORD_ID, request.account(), request.clOrdId());
    }

    /** The account's working order that is called so now; null where there is none. */
    private @Nullable Order working(String account, String clOrdId) {
        KnownId.Used used = requests.earlier(requests.key(IdKey.Kind.CL_ORD_ID, account, clOrdId));
        Order order = used == null ? null : state.orders.find(used.order());
        return order != null && order.hasOwnId(account, clOrdId) ? order : null;
    }

    private boolean isRepeat(CancelRejects.Request request, IdKey key, CommandBody body) {
        KnownId.Used earlier = requests.earlier(key);
        if (earlier == null) {
            return false;
        }
        rejects.reject(request, requests.repeat(earlier, body));
        return true;
    }

    private @Nullable Refusal check(Order order, ReplaceOrder asked) {
        if (!is(asked.stopPx()) && !order.waits()) {
            return Refusal.unsupported("stopPx");
        }
        if (!is(asked.price()) && is(order.price)) {
            return Refusal.unsupported("price");
        }
        if (!is(asked.displayQty()) && order.timeInForce == TimeInForce.FOK) {
            return Refusal.unsupported("displayQty");
        }
        if (!is(asked.orderQty()) && !checks.quantityFits(asked.orderQty())) {
            return Refusal.invalid("orderQty");
        }
        if (!is(asked.price()) && !checks.priceFits(asked.price())) {
            return Refusal.invalid("price");
        }
        if (!is(asked.stopPx()) && !checks.priceFits(asked.stopPx())) {
            return Refusal.invalid("stopPx");
        }
        long orderQty = is(asked.orderQty()) ? order.orderQty : asked.orderQty();
        if (!is(asked.displayQty()) && !checks.partFits(asked.displayQty(), orderQty)) {
            return Refusal.invalid("displayQty");
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
        if (refusal == null && order.waits()) {
            refusal = checks.stopBands(price, is(asked.stopPx()) ? order.stopPx : asked.stopPx());
        } else if (refusal == null && price != order.price) {
            refusal = checks.bands(price);
        }
        if (refusal == null) {
            refusal = checks.status();
        }
        if (refusal == null && orderQty > order.orderQty) {
            refusal = checks.stock(order.account, order.side, orderQty - order.orderQty);
        }
        boolean moves = price != order.price && leavesQty > 0 && !order.waits();
        return refusal == null && moves && order.postOnly && matching.crosses(order.side, price)
                ? Refusal.wouldCross()
                : refusal;
    }

    private void replace(Order order, ReplaceOrder asked) {
        long orderQty = is(asked.orderQty()) ? order.orderQty : asked.orderQty();
        long price = is(asked.price()) ? order.price : asked.price();
        boolean showsOtherwise = !is(asked.displayQty()) && asked.displayQty() != order.displayQty;
        boolean losesPlace = !order.waits() && (price != order.price || orderQty > order.orderQty || showsOtherwise);
        String origClOrdId = order.clOrdId;
        order.clOrdId = asked.clOrdId();
        if (!is(asked.expireTime())) {
            state.orders.expireAt(order, asked.expireTime());
        }
        if (orderQty <= order.cumQty) {
            finish(order, origClOrdId);
            return;
        }
        long more = orderQty - order.orderQty;
        if (losesPlace) {
            order.place = state.nextPlace();
        } else if (more < 0 && !order.waits()) {
            state.book.reduce(order.entry, order.leavesQty + more);
        }
        if (!is(asked.stopPx())) {
            state.stops.remove(order);
            order.stopPx = asked.stopPx();
            state.stops.add(order);
        }
        order.price = price;
        order.orderQty = orderQty;
        order.leavesQty += more;
        if (losesPlace || order.waits()) {
            order.display(is(asked.displayQty()) ? order.displayQty : asked.displayQty());
        }
        order.showNoMoreThanLeft();
        state.orders.changed(order);
        state.reports.replaced(order, origClOrdId);
        lifecycle.allocate(order, more);
        if (losesPlace) {
            admission.reenter(order);
        }
    }

    /** The new total is no more than what has traded: the order is done. */
    private void finish(Order order, String origClOrdId) {
        long left = order.leavesQty;
        state.withdraw(order);
        order.orderQty = order.cumQty;
        order.leavesQty = 0;
        state.reports.replaced(order, origClOrdId);
        lifecycle.allocate(order, -left);
        lifecycle.filled(order);
    }
}
