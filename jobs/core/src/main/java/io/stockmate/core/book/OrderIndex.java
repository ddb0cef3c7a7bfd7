package io.stockmate.core.book;

/**
 * Finds an order by its number: open addressing with linear probing, at most half full. An entry is a hash of 32 bits
 * and the order's slot, so that neighbours are told apart and moved without a look at their orders. Eight numbers in a
 * row share a line of the processor's cache, as orders of a while are looked for together.
 */
final class OrderIndex {
    private static final int ENTRIES_AT_FIRST = 64;
    private static final long EMPTY = 0;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final OrderPool orders;
    private long[] table = new long[ENTRIES_AT_FIRST];
    private int mask = ENTRIES_AT_FIRST - 1;
    private int size;

    OrderIndex(OrderPool orders) {
        this.orders = orders;
    }

    /** The order's slot, or {@link OrderPool#NONE}. */
    int find(long number) {
        int hash = hash(number);
        for (int at = hash & mask; table[at] != EMPTY; at = at + 1 & mask) {
            if (isOf(table[at], hash) && orders.number(slot(table[at])) == number) {
                return slot(table[at]);
            }
        }
        return OrderPool.NONE;
    }

    /** Of a number that is not here. */
    void put(long number, int slot) {
        if (++size > table.length >>> 1) {
            grow();
        }
        int hash = hash(number);
        insert((long) hash << 32 | slot + 1);
    }

    /** Of an order that is here. */
    void remove(long number, int slot) {
        int hash = hash(number);
        long entry = (long) hash << 32 | slot + 1;
        int hole = hash & mask;
        while (table[hole] != entry) {
            hole = hole + 1 & mask;
        }
        size--;
        for (int at = hole + 1 & mask; table[at] != EMPTY; at = at + 1 & mask) {
            int home = (int) (table[at] >>> 32) & mask;
            if ((at - home & mask) >= (at - hole & mask)) {
                table[hole] = table[at];
                hole = at;
            }
        }
        table[hole] = EMPTY;
    }

    private void insert(long entry) {
        int at = (int) (entry >>> 32) & mask;
        while (table[at] != EMPTY) {
            at = at + 1 & mask;
        }
        table[at] = entry;
    }

    private void grow() {
        long[] before = table;
        table = new long[Math.multiplyExact(2, before.length)];
        mask = table.length - 1;
        for (long entry : before) {
            if (entry != EMPTY) {
                insert(entry);
            }
        }
    }

    private static boolean isOf(long entry, int hash) {
        return (int) (entry >>> 32) == hash;
    }

    private static int slot(long entry) {
        return (int) entry - 1;
    }

    private static int hash(long number) {
        return (int) ((number >>> 3) * SPREAD >>> 35) << 3 | (int) number & 7;
    }
}
