package io.stockmate.core.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The orders that enter a book anew when trading resumes: those at prices that cross, in order of place. Each goes
 * behind what of its price has entered before it, the next slices of icebergs included.
 */
final class Resumption {
    private List<String> pending = List.of();

    void begin(
            Map<String, ViewedOrder> orders,
            TreeMap<Long, Map<String, Long>> bids,
            TreeMap<Long, Map<String, Long>> asks) {
        if (bids.isEmpty() || asks.isEmpty() || bids.firstKey() < asks.firstKey()) {
            return;
        }
        List<String> crossing = new ArrayList<>();
        bids.headMap(asks.firstKey(), true).values().forEach(queue -> crossing.addAll(queue.keySet()));
        asks.headMap(bids.firstKey(), true).values().forEach(queue -> crossing.addAll(queue.keySet()));
        crossing.sort(Comparator.comparingLong(
                order -> Objects.requireNonNull(orders.get(order)).place()));
        pending = crossing;
    }

    /** Those up to the order that trades as the incoming one, which entered last; none where it is not of them. */
    List<String> enteredUpTo(String taker) {
        int entered = pending.indexOf(taker) + 1;
        List<String> first = pending.subList(0, entered);
        pending = pending.subList(entered, pending.size());
        return first;
    }

    /** Those that are left at the end of the command. */
    List<String> end() {
        List<String> rest = pending;
        pending = List.of();
        return rest;
    }
}
