package io.stockmate.core.book;

import java.util.Arrays;

/**
 * The levels of one side by price. Prices near the best one lie in a window: an array with a place per tick and a
 * {@link Bitmap} of the places in use, so that finding a level, opening it and finding its neighbour take the same few
 * steps at any depth. All others lie in {@link SortedLevels}. When too many new levels miss the window it is laid anew
 * around the best price, and wider if need be. What a tick is follows from the prices themselves: their greatest common
 * divisor.
 */
final class PriceLadder {
    private static final int WIDTH_AT_LEAST = 256;
    private static final int WIDTH_AT_MOST = 1 << 14;
    private static final long TICK_AT_MOST = 1L << 40;

    /** So many misses, and as many as there are levels, pay for laying the window anew. */
    private static final int MISSES_AT_LEAST = 32;

    private final boolean bestIsHighest;
    private int[] window = {};
    private Bitmap used = new Bitmap(0);
    private long base;
    private long tick;
    private long span;
    private int inWindow;

    private final SortedLevels outside = new SortedLevels();
    private final SortedLevels spare = new SortedLevels();
    private int misses;

    PriceLadder(boolean bestIsHighest) {
        this.bestIsHighest = bestIsHighest;
    }

    /** The level at this price, or {@link LevelPool#NONE}. */
    int find(long price) {
        int place = place(price);
        return place == Bitmap.NONE ? outside.find(price) : window[place];
    }

    /** Adds the level of a price that has none. */
    void add(long price, int level) {
        int place = place(price);
        if (place != Bitmap.NONE) {
            put(place, level);
            return;
        }
        outside.add(price, level);
        misses++;
        if (isInRange(price) || misses >= MISSES_AT_LEAST + inWindow + outside.size()) {
            layAnew();
        }
    }

    /** Of a price that has a level. */
    void remove(long price) {
        int place = place(price);
        if (place == Bitmap.NONE) {
            outside.remove(price);
        } else {
            window[place] = LevelPool.NONE;
            used.clear(place);
            inWindow--;
        }
    }

    /** The level of the next worse price, or {@link LevelPool#NONE}. */
    int worse(long price) {
        return bestIsHighest ? below(price) : above(price);
    }

    private int above(long price) {
        int place = place(price);
        int next = place == Bitmap.NONE ? Bitmap.NONE : used.from(place + 1);
        if (next != Bitmap.NONE) {
            return window[next];
        }
        int beyond = outside.place(price + 1);
        boolean nothingBeforeWindow = beyond == outside.size() || outside.price(beyond) > base;
        if (price < base && inWindow > 0 && nothingBeforeWindow) {
            return window[used.from(0)];
        }
        return beyond < outside.size() ? outside.level(beyond) : LevelPool.NONE;
    }

    private int below(long price) {
        int place = place(price);
        int next = place == Bitmap.NONE ? Bitmap.NONE : used.upTo(place - 1);
        if (next != Bitmap.NONE) {
            return window[next];
        }
        int beyond = outside.place(price) - 1;
        boolean nothingBeforeWindow = beyond < 0 || outside.price(beyond) < base;
        if (place == Bitmap.NONE && price > base && inWindow > 0 && nothingBeforeWindow) {
            return window[used.upTo(window.length - 1)];
        }
        return beyond >= 0 ? outside.level(beyond) : LevelPool.NONE;
    }

    private void put(int place, int level) {
        window[place] = level;
        used.set(place);
        inWindow++;
    }

    /** The place of a price in the window, or {@link Bitmap#NONE} if it lies outside or between two ticks. */
    private int place(long price) {
        long distance = price - base;
        if (distance < 0 || distance >= span) {
            return Bitmap.NONE;
        }
        if (tick == 1) {
            return (int) distance;
        }
        int place = (int) (distance / tick);
        return place * tick == distance ? place : Bitmap.NONE;
    }

    private boolean isInRange(long price) {
        return price >= base && price - base < span;
    }

    private long priceAt(int place) {
        return base + place * tick;
    }

    private void layAnew() {
        SortedLevels all = inOrder();
        long best = all.price(bestIsHighest ? all.size() - 1 : 0);
        long worst = all.price(bestIsHighest ? 0 : all.size() - 1);
        tick = commonTick(all);
        clear(width(Math.abs(best - worst) / tick));
        long places = bestIsHighest ? window.length - window.length / 4 : window.length / 4;
        base = best - places * tick;
        span = window.length * tick;
        for (int i = 0; i < all.size(); i++) {
            int place = place(all.price(i));
            if (place == Bitmap.NONE) {
                outside.append(all.price(i), all.level(i));
            } else {
                put(place, all.level(i));
            }
        }
        all.clear();
        misses = 0;
    }

    /** What was outside and what was in the window. */
    private SortedLevels inOrder() {
        SortedLevels all = spare;
        int place = used.from(0);
        for (int i = 0; i < outside.size(); i++) {
            for (; place != Bitmap.NONE && priceAt(place) < outside.price(i); place = used.from(place + 1)) {
                all.append(priceAt(place), window[place]);
            }
            all.append(outside.price(i), outside.level(i));
        }
        for (; place != Bitmap.NONE; place = used.from(place + 1)) {
            all.append(priceAt(place), window[place]);
        }
        outside.clear();
        return all;
    }

    private long commonTick(SortedLevels all) {
        long common = tick;
        for (int i = 0; i < all.size() && common != 1; i++) {
            long other = all.price(i);
            while (other != 0) {
                long rest = common % other;
                common = other;
                other = rest;
            }
        }
        return common > TICK_AT_MOST ? 1 : common;
    }

    /** Room for as many ticks as the levels span, and as many again. */
    private int width(long ticks) {
        long wanted = Math.min(2 * Math.min(ticks, WIDTH_AT_MOST), WIDTH_AT_MOST);
        int least = Math.max(window.length, WIDTH_AT_LEAST);
        return wanted <= least ? least : Integer.highestOneBit((int) wanted - 1) << 1;
    }

    private void clear(int width) {
        if (width == window.length) {
            used.clearAll();
        } else {
            window = new int[width];
            used = new Bitmap(width);
        }
        Arrays.fill(window, LevelPool.NONE);
        inWindow = 0;
    }
}
