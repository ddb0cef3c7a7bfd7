package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.SelfTradePrevention;

/** Takes new orders. */
final class OrderEntry {
    private static final long DAY_MS = 24L * 60 * 60 * 1000;

    private final MarketState state;
    private final Requests requests;
    private final OrderChecks checks;
    private final Lifecycle lifecycle;
    private final Admission admission;

    OrderEntry(MarketState state, Requests requests, OrderChecks checks, Lifecycle lifecycle, Admission admission) {
        this.state = state;
        this.requests = requests;
        this.checks = checks;
        this.lifecycle = lifecycle;
        this.admission = admission;
    }

    void apply(String account, NewOrder asked) {
        IdKey key = requests.key(IdKey.Kind.CL_ORD_ID, account, asked.clOrdId());
        KnownId.Used earlier = requests.earlier(key);
        if (earlier != null) {
            answerRepeat(account, asked, earlier);
            return;
        }
        long entry = state.publisher.commandSeq();
        requests.remember(key, asked, entry);
        Refusal refusal = checks.check(account, asked);
        if (refusal != null) {
            state.reports.rejected(account, asked, refusal);
            rememberRejected(entry);
            return;
        }
        Order order = order(account, asked, entry);
        lifecycle.accepted(order);
        admission.enter(order);
    }

    private void answerRepeat(String account, NewOrder asked, KnownId.Used earlier) {
        if (earlier.order() == 0 || !requests.isEqual(earlier, asked)) {
            state.reports.rejected(account, asked, Refusal.idReused());
            return;
        }
        Order working = state.orders.find(earlier.order());
        if (working != null) {
            state.reports.status(working, asked.clOrdId());
            return;
        }
        KnownId.Ended ended = state.ids.ended(earlier.order());
        if (ended == null) {
            throw new IllegalStateException("the id of order " + earlier.order() + " is known and its end is not");
        }
        state.reports.statusOfEnded(account, asked, ended);
    }

    /** Answers an order of which not all could be read. */
    void refuse(String account, String clOrdId, Refused refused) {
        IdKey key = requests.key(IdKey.Kind.CL_ORD_ID, account, clOrdId);
        KnownId.Used earlier = requests.earlier(key);
        long entry = state.publisher.commandSeq();
        if (earlier == null) {
            requests.remember(key, refused, entry);
            state.reports.refused(account, clOrdId, ExecType.REJECTED, entry, Refusal.invalid(refused.field()));
            rememberRejected(entry);
        } else if (earlier.order() != 0 && requests.isEqual(earlier, refused)) {
            state.reports.refused(account, clOrdId, ExecType.ORDER_STATUS, earlier.order(), null);
        } else {
            state.reports.refused(account, clOrdId, ExecType.REJECTED, entry, Refusal.idReused());
        }
    }

    private void rememberRejected(long entry) {
        state.ids.add(new KnownId.Ended(entry, OrdStatus.REJECTED, 0, 0), state.publisher.ts());
    }

    private Order order(String account, NewOrder asked, long entry) {
        Order order = new Order(
                entry,
                account,
                asked.side(),
                asked.ordType(),
                asked.timeInForce(),
                asked.postOnly(),
                asked.selfTradePrevention() == null ? SelfTradePrevention.CANCEL_NEW : asked.selfTradePrevention(),
                Absent.is(asked.leadTimeDays()) ? state.instrument.leadTimeDays() : asked.leadTimeDays(),
                asked.listId(),
                asked.clOrdId(),
                asked.orderQty(),
                asked.price(),
                expireTime(asked));
        order.place = state.nextPlace();
        order.stopPx = asked.stopPx();
        order.minQty = asked.minQty();
        order.display(asked.displayQty());
        return order;
    }

    private long expireTime(NewOrder asked) {
        return switch (asked.timeInForce()) {
            case DAY -> (Math.floorDiv(state.publisher.ts(), DAY_MS) + 1) * DAY_MS;
            case GTD -> asked.expireTime();
            case GTC, IOC, FOK -> Absent.NUMBER;
        };
    }
}
