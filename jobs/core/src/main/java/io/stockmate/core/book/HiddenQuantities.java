package io.stockmate.core.book;

import java.util.Arrays;

/** What the icebergs among the resting orders hide, and how much of it they show at a time, by the order's slot. */
final class HiddenQuantities {
    /** Both are empty as long as there was no iceberg, so that a book without them pays next to nothing. */
    private long[] hidden = {};

    private long[] slice = {};

    /** 0 for an order that hides nothing. */
    long of(int order) {
        return order < hidden.length ? hidden[order] : 0;
    }

    void put(int order, long quantity, long shownAtATime) {
        if (order >= hidden.length) {
            int slots = Math.max(order + 1, 2 * hidden.length);
            hidden = Arrays.copyOf(hidden, slots);
            slice = Arrays.copyOf(slice, slots);
        }
        hidden[order] = quantity;
        slice[order] = shownAtATime;
    }

    /** Takes the next slice out of what the order hides, more than 0; returns how much it is. */
    long takeSlice(int order) {
        long next = Math.min(slice[order], hidden[order]);
        hidden[order] -= next;
        return next;
    }

    /** Takes off at most {@code quantity}; returns what there was not. */
    long takeOff(int order, long quantity) {
        long taken = Math.min(of(order), quantity);
        if (taken > 0) {
            hidden[order] -= taken;
        }
        return quantity - taken;
    }

    void clear(int order) {
        if (order < hidden.length) {
            hidden[order] = 0;
        }
    }
}
