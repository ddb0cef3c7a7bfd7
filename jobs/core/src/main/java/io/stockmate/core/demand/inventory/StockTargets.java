package io.stockmate.core.demand.inventory;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ServiceMeasure;

/**
 * The levels by which an account orders, under periodic review: what is decided on now arrives after the lead time, and
 * the next decision's goods a review period later, so stock must last for both, the <em>protection interval</em> L + R
 * (Silver, Pyke and Thomas, ch. 6; Axsäter, ch. 5).
 *
 * <ul>
 *   <li>Reorder point, CYCLE: the smallest s with P(D(L+R) ≤ s) ≥ service level.
 *   <li>Reorder point, FILL: the smallest s with E[(D(L+R) − s)⁺] − E[(D(L) − s)⁺] ≤ (1 − service level) · Q: what goes
 *       short in a cycle, less what was short already when it began, against the demand Q of a cycle.
 *   <li>Safety stock: s − E[D(L+R)].
 *   <li>Order-up-to level: s, and above it what the least order has in excess of a review period's demand, so that an
 *       order every review is one that is due.
 * </ul>
 *
 * @param safetyStock negative where the service asked for needs less than the mean
 * @param reorderPoint an order is due when what is on hand and on order lies below it
 */
public record StockTargets(long safetyStock, long reorderPoint, long orderUpTo) {
    private static final long LEVEL_MAX = 1_000_000_000_000L;

    /**
     * @param protection demand over L + R
     * @param lead demand over L
     * @param review demand over R
     */
    public static StockTargets of(
            StockPolicy policy, UncertainDemand protection, UncertainDemand lead, UncertainDemand review) {
        double cycle = Math.max(policy.minOrderQty(), review.mean());
        long reorderPoint = Absent.is(policy.safetyStock())
                ? computed(policy, protection, lead, cycle)
                : up(protection.mean() + policy.safetyStock());
        long safetyStock = Absent.is(policy.safetyStock())
                ? reorderPoint - StrictMath.round(protection.mean())
                : policy.safetyStock();
        long orderUpTo = reorderPoint + Math.max(0, up(cycle - review.mean()));
        if (!Absent.is(policy.maxStock())) {
            orderUpTo = policy.maxStock();
            if (orderUpTo < reorderPoint) {
                reorderPoint = orderUpTo;
                safetyStock = reorderPoint - StrictMath.round(protection.mean());
            }
        }
        return new StockTargets(safetyStock, reorderPoint, orderUpTo);
    }

    private static long computed(StockPolicy policy, UncertainDemand protection, UncertainDemand lead, double cycle) {
        if (policy.measure() == ServiceMeasure.CYCLE) {
            return up(protection.quantile(policy.serviceLevel()));
        }
        double allowed = (1 - policy.serviceLevel()) * cycle;
        long low = -1;
        long high = 1;
        while (shortage(protection, lead, high) > allowed && high < LEVEL_MAX) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (shortage(protection, lead, middle) > allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double shortage(UncertainDemand protection, UncertainDemand lead, long level) {
        return protection.shortageAbove(level) - lead.shortageAbove(level);
    }

    /** The next whole number, but for the dust of floating point. */
    private static long up(double quantity) {
        return Math.min(LEVEL_MAX, (long) StrictMath.ceil(quantity - 1e-6));
    }
}
