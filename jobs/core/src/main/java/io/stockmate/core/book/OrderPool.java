package io.stockmate.core.book;

import java.util.Arrays;

/**
 * The resting orders, each a slot of four longs, which lie in one line of the processor's cache: number; quantity;
 * account and level; the orders before and behind it in its level's queue. Slots of orders that are gone are used
 * again.
 */
final class OrderPool {
    /** No order. */
    static final int NONE = -1;

    private static final int LONGS = 4;
    private static final int NUMBER = 0;
    private static final int QUANTITY = 1;
    private static final int ACCOUNT_AND_LEVEL = 2;
    private static final int NEIGHBOURS = 3;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] cells = new long[32 * LONGS];
    private int used;
    private int free = NONE;

    /** An order that is in no level yet. */
    int add(long number, int account, long quantity) {
        int order = free;
        if (order == NONE) {
            order = newSlot();
        } else {
            free = (int) cells[order * LONGS + NEIGHBOURS];
        }
        int at = order * LONGS;
        cells[at + NUMBER] = number;
        cells[at + QUANTITY] = quantity;
        cells[at + ACCOUNT_AND_LEVEL] = (long) account << 32;
        return order;
    }

    void release(int order) {
        cells[order * LONGS + NEIGHBOURS] = free & LOW;
        free = order;
    }

    private int newSlot() {
        if (used * LONGS == cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(2, cells.length));
        }
        return used++;
    }

    long number(int order) {
        return cells[order * LONGS + NUMBER];
    }

    long quantity(int order) {
        return cells[order * LONGS + QUANTITY];
    }

    void setQuantity(int order, long quantity) {
        cells[order * LONGS + QUANTITY] = quantity;
    }

    int account(int order) {
        return (int) (cells[order * LONGS + ACCOUNT_AND_LEVEL] >>> 32);
    }

    /** Of the level of its side. */
    int level(int order) {
        return (int) cells[order * LONGS + ACCOUNT_AND_LEVEL];
    }

    int previous(int order) {
        return (int) (cells[order * LONGS + NEIGHBOURS] >>> 32);
    }

    int next(int order) {
        return (int) cells[order * LONGS + NEIGHBOURS];
    }

    /** Puts an order behind another, the last one of a level's queue, or {@link #NONE}. */
    void link(int order, int level, int before) {
        int at = order * LONGS;
        cells[at + ACCOUNT_AND_LEVEL] = cells[at + ACCOUNT_AND_LEVEL] & ~LOW | level;
        cells[at + NEIGHBOURS] = (long) before << 32 | NONE & LOW;
        if (before != NONE) {
            setNext(before, order);
        }
    }

    void setNext(int order, int next) {
        int at = order * LONGS + NEIGHBOURS;
        cells[at] = cells[at] & ~LOW | next & LOW;
    }

    void setPrevious(int order, int previous) {
        int at = order * LONGS + NEIGHBOURS;
        cells[at] = (long) previous << 32 | cells[at] & LOW;
    }
}
