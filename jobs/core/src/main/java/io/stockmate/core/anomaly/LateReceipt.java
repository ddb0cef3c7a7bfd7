package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.StockLevel;

/**
 * Of an order's goods not all were received the threshold of days after they were due. Cleared when they are all there.
 * Of several late orders the one due first is told, and the next when that has come.
 *
 * <p>observed: pieces missing; expected: 0; score: days after they were due.
 */
final class LateReceipt extends LatchedRule {
    private static final long DAY_MS = 86_400_000;

    private final Deliveries deliveries;

    LateReceipt(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.LATE_RECEIPT;
    }

    @Override
    boolean isEmpty() {
        return super.isEmpty() && deliveries.isEmpty();
    }

    @Override
    void stock(Moment now, StockLevel level) {
        settle(now, now.rule(kind()));
    }

    private void settle(Moment now, Threshold rule) {
        Finding late = latch.found();
        if (late != null) {
            Deliveries.Delivery delivery = deliveries.of(String.valueOf(late.ref()));
            if (rule.isOff() || delivery == null || !delivery.isOutstanding()) {
                latch.clear(now, this);
            }
        }
    }

    @Override
    void tick(Moment now) {
        Threshold rule = now.rule(kind());
        settle(now, rule);
        if (latch.isRaised() || rule.isOff()) {
            return;
        }
        long latest = now.ts() - Amounts.times(rule.value(), DAY_MS) / Amounts.of(1);
        String late = null;
        Deliveries.Delivery latestDelivery = null;
        for (String order : deliveries.orders()) {
            Deliveries.Delivery delivery = deliveries.of(order);
            if (delivery != null
                    && delivery.isOutstanding()
                    && delivery.dueAt <= latest
                    && (latestDelivery == null || delivery.dueAt < latestDelivery.dueAt)) {
                late = order;
                latestDelivery = delivery;
            }
        }
        if (latestDelivery != null) {
            raise(now, String.valueOf(late), latestDelivery);
        }
    }

    private void raise(Moment now, String order, Deliveries.Delivery delivery) {
        long missing = delivery.bought - delivery.received;
        long days = Amounts.of(now.ts() - delivery.dueAt) / DAY_MS;
        latch.raise(
                now,
                this,
                Finding.at(now, Amounts.of(missing), 0, days, Amounts.worth(missing, now.lastPx()))
                        .of(now.account())
                        .about(order)
                        .since(delivery.firstSeq, delivery.firstTs)
                        .with(delivery.dueAt, delivery.received));
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("orderId", found.ref());
        json.decimal("missing", found.observed());
        json.integer("received", found.other());
        json.time("dueAt", found.detail());
    }

    @Override
    public String advice(Finding found) {
        return "Ask the supplier of order " + found.ref() + " when the missing " + Amounts.text(found.observed())
                + " pieces come, and expedite or replace them.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        String order = Sql.quoted(String.valueOf(found.ref()));
        return Sql.row(
                Deliveries.bought(sql, order) + " - COALESCE((SELECT SUM(delta)" + sql.between("stock_level")
                        + " AND reason = 'RECEIPT' AND ref = " + order + "), 0)",
                "0");
    }
}
