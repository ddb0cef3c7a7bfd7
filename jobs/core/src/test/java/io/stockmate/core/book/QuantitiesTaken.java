package io.stockmate.core.book;

import java.util.Map;
import java.util.TreeMap;

/** Adds up what each order loses, and passes on what it is told. */
final class QuantitiesTaken implements BookListener {
    private final BookListener next;
    private final Map<Long, Long> byOrder = new TreeMap<>();
    private long traded;

    QuantitiesTaken(BookListener next) {
        this.next = next;
    }

    Map<Long, Long> byOrder() {
        return byOrder;
    }

    long traded() {
        return traded;
    }

    @Override
    public void traded(long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft) {
        traded += quantity;
        take(resting, quantity);
        take(incoming, quantity);
        next.traded(resting, incoming, price, quantity, restingLeft, incomingLeft);
    }

    @Override
    public void restingRemoved(long resting, long incoming, long quantity) {
        take(resting, quantity);
        next.restingRemoved(resting, incoming, quantity);
    }

    @Override
    public void restingReduced(long resting, long incoming, long by, long left) {
        take(resting, by);
        next.restingReduced(resting, incoming, by, left);
    }

    @Override
    public void incomingRemoved(long resting, long incoming, long quantity) {
        take(incoming, quantity);
        next.incomingRemoved(resting, incoming, quantity);
    }

    @Override
    public void incomingReduced(long resting, long incoming, long by, long left) {
        take(incoming, by);
        next.incomingReduced(resting, incoming, by, left);
    }

    private void take(long order, long quantity) {
        byOrder.merge(order, quantity, Math::addExact);
    }
}
