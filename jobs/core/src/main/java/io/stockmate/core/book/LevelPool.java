package io.stockmate.core.book;

import java.util.Arrays;

/** The price levels of both sides, each a slot in arrays; slots of closed levels are used again. */
final class LevelPool {
    /** No level. */
    static final int NONE = -1;

    private static final int SLOTS_AT_FIRST = 16;

    private long[] price = new long[SLOTS_AT_FIRST];
    private long[] quantity = new long[SLOTS_AT_FIRST];
    private int[] orders = new int[SLOTS_AT_FIRST];
    private int[] first = new int[SLOTS_AT_FIRST];
    private int[] last = new int[SLOTS_AT_FIRST];
    private boolean[] buys = new boolean[SLOTS_AT_FIRST];
    private int used;
    private int free = NONE;

    int open(long at, boolean buy) {
        int level = free;
        if (level == NONE) {
            level = newSlot();
        } else {
            free = first[level];
        }
        price[level] = at;
        quantity[level] = 0;
        buys[level] = buy;
        orders[level] = 0;
        first[level] = OrderPool.NONE;
        last[level] = OrderPool.NONE;
        return level;
    }

    void close(int level) {
        first[level] = free;
        free = level;
    }

    private int newSlot() {
        if (used == price.length) {
            int slots = 2 * used;
            price = Arrays.copyOf(price, slots);
            quantity = Arrays.copyOf(quantity, slots);
            orders = Arrays.copyOf(orders, slots);
            first = Arrays.copyOf(first, slots);
            last = Arrays.copyOf(last, slots);
            buys = Arrays.copyOf(buys, slots);
        }
        return used++;
    }

    boolean isBuy(int level) {
        return buys[level];
    }

    long price(int level) {
        return price[level];
    }

    long quantity(int level) {
        return quantity[level];
    }

    int orders(int level) {
        return orders[level];
    }

    int first(int level) {
        return first[level];
    }

    /** Puts an order behind all others of a level. */
    void append(int level, OrderPool pool, int order) {
        int before = last[level];
        pool.link(order, level, before);
        if (before == OrderPool.NONE) {
            first[level] = order;
        }
        last[level] = order;
        orders[level]++;
        quantity[level] += pool.quantity(order);
    }

    /** Takes an order out of its level's queue. */
    void remove(int level, OrderPool pool, int order) {
        int before = pool.previous(order);
        int behind = pool.next(order);
        if (before == OrderPool.NONE) {
            first[level] = behind;
        } else {
            pool.setNext(before, behind);
        }
        if (behind == OrderPool.NONE) {
            last[level] = before;
        } else {
            pool.setPrevious(behind, before);
        }
        orders[level]--;
        quantity[level] -= pool.quantity(order);
    }

    void lower(int level, long by) {
        quantity[level] -= by;
    }
}
