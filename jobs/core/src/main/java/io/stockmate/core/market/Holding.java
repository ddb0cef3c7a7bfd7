package io.stockmate.core.market;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stock of one account: what it has, what of it is promised to working SELLs, and what is on its way. */
final class Holding {
    private final TreeMap<Long, Delivery> deliveries = new TreeMap<>();
    long onHand;
    long allocated;
    long onOrder;

    long available() {
        return onHand - allocated;
    }

    boolean isEmpty() {
        return onHand == 0 && allocated == 0 && onOrder == 0 && deliveries.isEmpty();
    }

    /** Goods bought by {@code order} that come later. */
    void expect(long order, long qty, long ts) {
        Delivery delivery = deliveries.computeIfAbsent(order, entry -> new Delivery(entry, 0, ts));
        delivery.outstanding += qty;
        delivery.changedAt = ts;
        onOrder += qty;
    }

    /** Goods that came for {@code order}: what was expected goes off order, all of it on hand. */
    void deliver(long order, long qty, long ts) {
        Delivery delivery = deliveries.get(order);
        if (delivery != null) {
            long expected = Math.min(qty, delivery.outstanding);
            delivery.outstanding -= expected;
            delivery.changedAt = ts;
            onOrder -= expected;
        }
        onHand += qty;
    }

    /** Takes back goods bought by {@code order}: what has not come yet goes off order, the rest off hand. */
    void takeBack(long order, long qty, long ts) {
        Delivery delivery = deliveries.get(order);
        long expected = delivery == null ? 0 : Math.min(qty, delivery.outstanding);
        if (delivery != null) {
            delivery.outstanding -= expected;
            delivery.changedAt = ts;
            onOrder -= expected;
        }
        onHand -= qty - expected;
    }

    @Nullable
    Delivery delivery(long order) {
        return deliveries.get(order);
    }

    void forgetDelivered(long ts) {
        deliveries.values().removeIf(delivery -> delivery.isForgotten(ts));
    }

    /** The level first, then the deliveries. */
    List<Described> describe() {
        List<Described> things = new ArrayList<>(1 + deliveries.size());
        things.add(this::writeLevel);
        things.addAll(deliveries.values());
        return things;
    }

    private void writeLevel(FieldSink sink) {
        sink.integer("onHand", onHand);
        sink.integer("allocated", allocated);
        sink.integer("onOrder", onOrder);
    }

    static Holding read(String piece, byte[] bytes) {
        Holding holding = new Holding();
        boolean[] first = {true};
        Pieces.read(piece, bytes, source -> {
            if (first[0]) {
                first[0] = false;
                holding.onHand = source.integer("onHand");
                holding.allocated = source.integer("allocated");
                holding.onOrder = source.integer("onOrder");
            } else {
                Delivery delivery = Delivery.read(source);
                holding.deliveries.put(delivery.order, delivery);
            }
            return holding;
        });
        return holding;
    }
}
