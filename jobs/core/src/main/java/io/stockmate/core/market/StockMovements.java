package io.stockmate.core.market;

import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Side;
import org.jspecify.annotations.Nullable;

/**
 * Receipts, issues and counts. Their quantities need not be multiples of the lot size: what is broken or missing comes
 * in single pieces.
 */
final class StockMovements {
    private final MarketState state;
    private final Requests requests;
    private final Rejections rejections;

    StockMovements(MarketState state, Requests requests, Rejections rejections) {
        this.state = state;
        this.requests = requests;
        this.rejections = rejections;
    }

    void apply(String account, MoveStock asked) {
        IdKey key = requests.key(IdKey.Kind.MOVE_ID, account, asked.moveId());
        KnownId.Used earlier = requests.earlierBooked(key);
        if (earlier != null) {
            rejections.reject(account, asked, requests.repeat(earlier, asked));
            return;
        }
        requests.rememberBooked(key, asked);
        Refusal refusal = check(account, asked);
        if (refusal != null) {
            rejections.reject(account, asked, refusal);
            return;
        }
        switch (asked.kind()) {
            case RECEIPT -> receive(account, asked);
            case ISSUE -> state.stock.issue(account, asked.qty(), asked.ref(), asked.effectiveAt());
            case COUNT -> state.stock.count(account, asked.qty(), asked.ref(), asked.effectiveAt());
        }
    }

    /** Answers a movement of which not all could be read. */
    void refuse(String account, String moveId, Refused refused) {
        IdKey key = requests.key(IdKey.Kind.MOVE_ID, account, moveId);
        KnownId.Used earlier = requests.earlierBooked(key);
        if (earlier == null) {
            requests.rememberBooked(key, refused);
        }
        rejections.reject(
                account,
                refused,
                earlier == null ? Refusal.invalid(refused.field()) : requests.repeat(earlier, refused));
    }

    private @Nullable Refusal check(String account, MoveStock asked) {
        if (!state.instrument.tracksStock()) {
            return Refusal.business(BusinessRejectReason.CONFLICT, "STOCK_NOT_TRACKED");
        }
        if (asked.qty() < (asked.kind() == MoveKind.COUNT ? 0 : 1)) {
            return Refusal.invalid("qty");
        }
        if (asked.qty() >= Limits.QUANTITY) {
            return Refusal.exceeds("quantityLimit");
        }
        return switch (asked.kind()) {
            case RECEIPT -> checkReceipt(account, asked);
            case ISSUE -> state.stock.available(account) < asked.qty() ? Refusal.insufficientStock() : null;
            case COUNT -> null;
        };
    }

    private @Nullable Refusal checkReceipt(String account, MoveStock asked) {
        if (asked.ref() != null && !isBuyOf(account, entry(asked.ref()))) {
            return Refusal.unknownOrder("UNKNOWN_ORDER");
        }
        return state.stock.owned(account) + asked.qty() >= Limits.STOCK ? Refusal.exceeds("stockLimit") : null;
    }

    private void receive(String account, MoveStock asked) {
        if (asked.ref() == null) {
            state.stock.receive(account, asked.qty(), asked.effectiveAt());
        } else {
            state.stock.receiveFor(account, entry(asked.ref()), asked.qty(), asked.ref(), asked.effectiveAt());
        }
    }

    private boolean isBuyOf(String account, long entry) {
        Order working = state.orders.find(entry);
        return working == null
                ? state.stock.expects(account, entry)
                : working.side == Side.BUY && working.account.equals(account);
    }

    private long entry(String orderId) {
        return OrderIds.entry(state.publisher.symbol(), orderId);
    }
}
