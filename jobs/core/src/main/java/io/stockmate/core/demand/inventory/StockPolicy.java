package io.stockmate.core.demand.inventory;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;

/**
 * How well an account wants to serve its buyers.
 *
 * @param serviceLevel between 0 and 1
 * @param measure CYCLE: the probability of no stock-out until the next delivery; FILL: the share of demand that is met
 *     at once
 * @param reviewDays at least 1: an order is decided on every so many days
 * @param minOrderQty at least 1
 * @param packQty orders come in multiples of it, at least 1
 * @param safetyStock takes the place of the computed one; {@link Absent#NUMBER} where none is given
 * @param maxStock takes the place of the computed order-up-to level; as above
 */
public record StockPolicy(
        LeadTime leadTime,
        double serviceLevel,
        ServiceMeasure measure,
        int reviewDays,
        long minOrderQty,
        long packQty,
        long safetyStock,
        long maxStock) {
    /** What a market has accepted. */
    public static StockPolicy of(SetStockPolicy asked) {
        return new StockPolicy(
                LeadTime.of((int) asked.leadTimeDays(), asked.leadTimeSdDays() / (double) Decimal.ONE),
                asked.serviceLevel() / (double) Decimal.ONE,
                asked.serviceMeasure(),
                (int) asked.reviewDays(),
                orElse(asked.minOrderQty(), 1),
                orElse(asked.packQty(), 1),
                asked.safetyStock(),
                asked.maxStock());
    }

    private static long orElse(long value, long otherwise) {
        return Absent.is(value) ? otherwise : value;
    }
}
