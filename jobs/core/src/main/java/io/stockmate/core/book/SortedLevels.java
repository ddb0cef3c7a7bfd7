package io.stockmate.core.book;

import java.util.Arrays;

/** Levels in the order of their prices, in two arrays: what lies outside the window of a {@link PriceLadder}. */
final class SortedLevels {
    private long[] prices = new long[16];
    private int[] levels = new int[16];
    private int size;

    int size() {
        return size;
    }

    long price(int place) {
        return prices[place];
    }

    int level(int place) {
        return levels[place];
    }

    /** Returns the level, or {@link LevelPool#NONE}. */
    int find(long price) {
        int place = place(price);
        return place < size && prices[place] == price ? levels[place] : LevelPool.NONE;
    }

    /** The place of the first level at this price or above. */
    int place(long price) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prices[middle] < price) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Of a price that is not here. */
    void add(long price, int level) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        int place = place(price);
        System.arraycopy(prices, place, prices, place + 1, size - place);
        System.arraycopy(levels, place, levels, place + 1, size - place);
        prices[place] = price;
        levels[place] = level;
        size++;
    }

    /** Of a price that is here. */
    void remove(long price) {
        int place = place(price);
        size--;
        System.arraycopy(prices, place + 1, prices, place, size - place);
        System.arraycopy(levels, place + 1, levels, place, size - place);
    }

    /** Adds behind all others. */
    void append(long price, int level) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        prices[size] = price;
        levels[size++] = level;
    }

    void clear() {
        size = 0;
    }
}
