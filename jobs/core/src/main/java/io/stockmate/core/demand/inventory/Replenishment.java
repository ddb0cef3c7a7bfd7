package io.stockmate.core.demand.inventory;

import io.stockmate.core.message.SuggestedAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an account should do at a review: cancel bids that nobody has filled and that are too many, release an order,
 * expedite a delivery before which stock runs out, or one that is overdue while it does, postpone one that comes while
 * there is plenty. Stock is projected by the mean demand of each day, goods counting from the day they are due (the
 * action messages of material requirements planning: Silver, Pyke and Thomas, ch. 15).
 *
 * @param today the first day of the projection, counted from 1970
 * @param onHand offers to customers included
 * @param orders those that are on their way and those that nobody has filled
 * @param expected the mean demand of each day from {@code today} on
 */
public record Replenishment(
        long today,
        long onHand,
        List<PurchaseOrder> orders,
        StockPolicy policy,
        StockTargets targets,
        double[] expected,
        long lotSize,
        long orderQtyMax) {
    private static final Comparator<PurchaseOrder> LATEST_FIRST = Comparator.comparingInt(
                    (PurchaseOrder order) -> order.orderId().length())
            .thenComparing(PurchaseOrder::orderId)
            .reversed();
    private static final Comparator<PurchaseOrder> BY_DAY =
            Comparator.comparingLong(PurchaseOrder::dueDay).thenComparing(LATEST_FIRST.reversed());

    /** In the order in which the class tells them. */
    public List<Advice> advice() {
        List<Advice> advice = new ArrayList<>();
        cancel(advice);
        release(advice);
        List<PurchaseOrder> coming = new ArrayList<>(orders);
        coming.removeIf(order -> !order.isFilled());
        coming.sort(BY_DAY);
        for (int place = 0; place < coming.size(); place++) {
            move(coming, place, advice);
        }
        return advice;
    }

    /** On hand and on order, bids that nobody has filled included. */
    long position() {
        long position = onHand;
        for (PurchaseOrder order : orders) {
            position += order.qty();
        }
        return position;
    }

    private void cancel(List<Advice> advice) {
        long position = position();
        List<PurchaseOrder> bids = new ArrayList<>(orders);
        bids.removeIf(PurchaseOrder::isFilled);
        bids.sort(LATEST_FIRST);
        for (PurchaseOrder bid : bids) {
            if (position <= targets.orderUpTo() || position - bid.qty() < targets.reorderPoint()) {
                continue;
            }
            String why = position + " on hand and on order are more than the " + targets.orderUpTo()
                    + " to be held, and without these " + bid.qty() + " still " + (position - bid.qty())
                    + ", not below the reorder point " + targets.reorderPoint() + ".";
            position -= bid.qty();
            advice.add(new Advice(SuggestedAction.CANCEL, bid.orderId(), bid.qty(), today, why));
        }
    }

    private void release(List<Advice> advice) {
        long position = position();
        long qty = OrderQuantity.of(policy, targets, position, lotSize, orderQtyMax);
        if (qty > 0) {
            long day = firstShortDay(onHand, List.of());
            String why = position + " on hand and on order are below the reorder point " + targets.reorderPoint()
                    + " (safety stock " + targets.safetyStock() + "); to be held are " + targets.orderUpTo() + ".";
            advice.add(new Advice(SuggestedAction.RELEASE, null, qty, day, why));
        }
    }

    private void move(List<PurchaseOrder> coming, int place, List<Advice> advice) {
        PurchaseOrder order = coming.get(place);
        List<PurchaseOrder> before = coming.subList(0, place);
        long needed = firstShortDay(onHand, before);
        if (order.dueDay() < today
                && !order.orderId().equals(PurchaseOrder.UNKNOWN)
                && needed < today + Math.min(policy.reviewDays(), expected.length)) {
            String why = "These goods were due " + (today - order.dueDay())
                    + " days ago, and stock is expected to run out without them.";
            advice.add(expedite(order, projected(onHand, before, needed), needed, why));
        }
        if (order.dueDay() < today || order.dueDay() >= today + expected.length) {
            return;
        }
        if (needed < order.dueDay()) {
            String why =
                    "Stock is expected to run out " + (order.dueDay() - needed) + " days before these goods are due.";
            advice.add(expedite(order, projected(onHand, before, order.dueDay() - 1), needed, why));
        } else if (projected(onHand, before, order.dueDay()) >= targets.orderUpTo()
                && needed >= order.dueDay() + policy.reviewDays()) {
            String why = "On the day they are due " + (long) projected(onHand, before, order.dueDay())
                    + " are expected to be on hand without them, not below the " + targets.orderUpTo() + " to be held.";
            advice.add(new Advice(SuggestedAction.DE_EXPEDITE, order.orderId(), order.qty(), needed, why));
        }
    }

    /** Of what is missing as much as the order brings. */
    private static Advice expedite(PurchaseOrder order, double left, long needed, String why) {
        long qty = Math.max(1, Math.min(order.qty(), (long) StrictMath.ceil(-left)));
        return new Advice(SuggestedAction.EXPEDITE, order.orderId(), qty, needed, why);
    }

    /** The first day at whose end less than nothing is left, or the day after the projection. */
    private long firstShortDay(long start, List<PurchaseOrder> coming) {
        for (int day = 0; day < expected.length; day++) {
            if (projected(start, coming, today + day) < 0) {
                return today + day;
            }
        }
        return today + expected.length;
    }

    /** What is left at the end of {@code day}. */
    private double projected(long start, List<PurchaseOrder> coming, long day) {
        double left = start;
        for (PurchaseOrder order : coming) {
            left += order.dueDay() <= day ? order.qty() : 0;
        }
        for (int i = 0; i <= day - today; i++) {
            left -= expected[i];
        }
        return left;
    }
}
