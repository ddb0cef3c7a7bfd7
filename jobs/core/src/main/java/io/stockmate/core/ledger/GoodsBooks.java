package io.stockmate.core.ledger;

import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TransferReason;

/**
 * Goods that no trade moves: after each stock level the account's goods are what it has on hand and its transit what it
 * has on order. What went from the one to the other moves between them; the rest goes from or to {@code :outside}, or,
 * where a count found it, {@code :shrinkage}.
 */
final class GoodsBooks {
    private final Pieces pieces;
    private final Head head;
    private final LedgerSink sink;

    GoodsBooks(Pieces pieces, Head head, LedgerSink sink) {
        this.pieces = pieces;
        this.head = head;
        this.sink = sink;
    }

    void follow(EventHeader event, StockLevel level) {
        if (level.account().equals(head.halfTold)) {
            head.halfTold = null;
            head.changed = true;
            return;
        }
        AccountState known = pieces.get(Pieces.ACCOUNT + level.account(), AccountState::read);
        long goods = level.onHand() - (known == null ? 0 : known.goods);
        long transit = level.onOrder() - (known == null ? 0 : known.transit);
        if (goods == 0 && transit == 0) {
            return;
        }
        String unit = Units.goods(event.symbol());
        String ofGoods = Accounts.goods(level.account());
        String ofTransit = Accounts.transit(level.account());
        TransferReason reason = reason(level);
        String other = reason == TransferReason.COUNT ? Accounts.SHRINKAGE : Accounts.OUTSIDE;
        long delivered = between(goods, -transit);
        Booking.of(event, reason, level.ref())
                .move(unit, ofTransit, ofGoods, delivered)
                .move(unit, other, ofGoods, goods - delivered)
                .move(unit, other, ofTransit, transit + delivered)
                .post(sink);
        AccountState.change(pieces, level.account(), account -> {
            account.goods = level.onHand();
            account.transit = level.onOrder();
        });
    }

    /** The part that both have in common: nothing where one rises and the other falls. */
    private static long between(long a, long b) {
        if (Long.signum(a) != Long.signum(b)) {
            return 0;
        }
        return a > 0 ? Math.min(a, b) : Math.max(a, b);
    }

    private static TransferReason reason(StockLevel level) {
        return switch (level.reason()) {
            case RECEIPT -> TransferReason.RECEIPT;
            case ISSUE -> TransferReason.ISSUE;
            case COUNT -> TransferReason.COUNT;
            case ALLOCATE, RELEASE, TRADE, CORRECTION -> TransferReason.RESTATEMENT;
        };
    }
}
