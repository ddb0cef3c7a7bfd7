package io.stockmate.core.market;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** The stops that wait, of each side in the order in which a moving price triggers them. */
final class Stops {
    private static final Comparator<Order> BY_PRICE = Comparator.comparingLong(order -> order.stopPx);
    private static final Comparator<Order> BY_ENTRY = Comparator.comparingLong(order -> order.entry);

    private final TreeSet<Order> buys = new TreeSet<>(BY_PRICE.thenComparing(BY_ENTRY));
    private final TreeSet<Order> sells = new TreeSet<>(BY_PRICE.reversed().thenComparing(BY_ENTRY));

    void add(Order order) {
        side(order).add(order);
    }

    /** Takes out a stop, before its stopPx changes. */
    void remove(Order order) {
        if (!side(order).remove(order)) {
            throw new IllegalStateException("stop " + order.entry + " does not wait");
        }
    }

    private TreeSet<Order> side(Order order) {
        return order.isSell() ? sells : buys;
    }

    /**
     * Takes out what a last trade at this price triggers: BUYs with a stopPx not above it, the lowest first, then SELLs
     * with one not below it, the highest first, and those of one stopPx by entry.
     */
    void takeTriggered(long lastPx, Collection<Order> triggered) {
        while (!buys.isEmpty() && buys.first().stopPx <= lastPx) {
            triggered.add(buys.pollFirst());
        }
        while (!sells.isEmpty() && sells.first().stopPx >= lastPx) {
            triggered.add(sells.pollFirst());
        }
    }
}
