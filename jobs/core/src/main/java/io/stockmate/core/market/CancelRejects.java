package io.stockmate.core.market;

import io.stockmate.core.message.CxlRejResponseTo;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrderCancelReject;
import org.jspecify.annotations.Nullable;

/** Refuses cancels and replacements. An owner is told how the order stands; of others' orders nothing is told. */
final class CancelRejects {
    private static final String NO_ORDER = "NONE";

    private final MarketState state;
    private final Requests requests;

    CancelRejects(MarketState state, Requests requests) {
        this.state = state;
        this.requests = requests;
    }

    /**
     * What is refused.
     *
     * @param origClOrdId null where it could not be read
     */
    record Request(String account, String clOrdId, @Nullable String origClOrdId, CxlRejResponseTo responseTo) {}

    void reject(Request request, Refusal refusal) {
        reject(request, entry(request), refusal);
    }

    /** Says why {@code origClOrdId} names no working order. */
    void rejectNotWorking(Request request) {
        long entry = entry(request);
        Refusal refusal;
        if (entry == 0) {
            refusal = Refusal.unknownOrder("UNKNOWN_ORDER");
        } else if (state.orders.find(entry) != null) {
            refusal = Refusal.unknownOrder("SUPERSEDED_ID");
        } else {
            refusal = Refusal.tooLate();
        }
        reject(request, entry, refusal);
    }

    private void reject(Request request, long entry, Refusal refusal) {
        state.publisher.publish(new OrderCancelReject(
                request.account,
                request.clOrdId,
                request.origClOrdId,
                entry == 0 ? NO_ORDER : state.publisher.orderId(entry),
                ordStatus(entry),
                refusal.cxlRejReason(),
                request.responseTo,
                refusal.text()));
    }

    /** Of the order that {@code origClOrdId} names or named; 0 where the account has or remembers none. */
    private long entry(Request request) {
        if (request.origClOrdId == null) {
            return 0;
        }
        KnownId.Used used = requests.earlier(requests.key(IdKey.Kind.CL_ORD_ID, request.account, request.origClOrdId));
        return used == null ? 0 : used.order();
    }

    private OrdStatus ordStatus(long entry) {
        Order working = state.orders.find(entry);
        if (working != null) {
            return working.workingStatus();
        }
        KnownId.Ended ended = state.ids.ended(entry);
        return ended == null ? OrdStatus.REJECTED : ended.ordStatus();
    }
}
