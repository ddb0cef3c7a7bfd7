package io.stockmate.core.demand.inventory;

import io.stockmate.core.message.Absent;

/** How much to order. */
public final class OrderQuantity {
    private OrderQuantity() {}

    /**
     * Up to the order-up-to level, at least the least order, rounded up to whole packs and lots, but rounded down where
     * more than a given {@code maxStock} would be held.
     *
     * @param position on hand and on order, bids that nobody has filled included
     * @param lotSize the instrument's
     * @param orderQtyMax the instrument's
     * @return 0 where no order is due
     */
    public static long of(StockPolicy policy, StockTargets targets, long position, long lotSize, long orderQtyMax) {
        if (position >= targets.reorderPoint()) {
            return 0;
        }
        long unit = leastCommonMultiple(policy.packQty(), lotSize);
        long wanted = Math.max(targets.orderUpTo() - position, policy.minOrderQty());
        long qty = (wanted + unit - 1) / unit * unit;
        if (!Absent.is(policy.maxStock()) && position + qty > policy.maxStock() && qty - unit >= policy.minOrderQty()) {
            qty -= unit;
        }
        return Math.min(qty, orderQtyMax / unit * unit);
    }

    private static long leastCommonMultiple(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return one / a * other;
    }
}
