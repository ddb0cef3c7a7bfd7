package io.stockmate.core.market;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by a hash of 64 bits that the caller makes, in arrays: no object per entry, and a look that finds nothing reads
 * one place, as a rule. Values may share a hash: {@link #first} and {@link #next} go through them, and the caller tells
 * them apart. Open addressing with linear probing; a removal moves up what comes behind (Knuth, The Art of Computer
 * Programming, vol. 3, 6.4, algorithm R).
 */
final class HashedTable<V> {
    /** Stands for no place. */
    static final int NONE = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int CAPACITY_MIN = 8;

    private long[] hashes = new long[CAPACITY_MIN];
    private @Nullable Object[] values = new @Nullable Object[CAPACITY_MIN];
    private int size;

    int size() {
        return size;
    }

    /** The first place of a value with this hash; {@link #NONE} where there is none. */
    int first(long hash) {
        return from(home(hash), hash);
    }

    /** The next such place behind {@code place}. */
    int next(int place, long hash) {
        return from((place + 1) & (values.length - 1), hash);
    }

    private int from(int start, long hash) {
        for (int place = start; values[place] != null; place = (place + 1) & (values.length - 1)) {
            if (hashes[place] == hash) {
                return place;
            }
        }
        return NONE;
    }

    /** The value at a place that was found; places hold until the next change. */
    @SuppressWarnings("unchecked") // only put() writes values
    V at(int place) {
        Object value = values[place];
        if (value == null) {
            throw new IllegalArgumentException("nothing is at place " + place);
        }
        return (V) value;
    }

    /** Puts a value in the place of another of its hash, or in a new one where {@code place} is {@link #NONE}. */
    void put(int place, long hash, V value) {
        if (place != NONE) {
            values[place] = value;
            return;
        }
        if (2 * (size + 1) > values.length) {
            resize(2 * values.length);
        }
        size++;
        insert(hash, value);
    }

    private void insert(long hash, Object value) {
        int place = home(hash);
        while (values[place] != null) {
            place = (place + 1) & (values.length - 1);
        }
        hashes[place] = hash;
        values[place] = value;
    }

    /** Takes out the value at a place that was found. */
    void removeAt(int place) {
        int mask = values.length - 1;
        int gap = place;
        for (int at = (gap + 1) & mask; values[at] != null; at = (at + 1) & mask) {
            int home = home(hashes[at]);
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                hashes[gap] = hashes[at];
                values[gap] = values[at];
                gap = at;
            }
        }
        values[gap] = null;
        size--;
        if (values.length > CAPACITY_MIN && 8 * size < values.length) {
            resize(values.length / 2);
        }
    }

    /** Shows all values, in no order that means anything. */
    @SuppressWarnings("unchecked") // only put() writes values
    void forEach(Consumer<V> consumer) {
        for (Object value : values) {
            if (value != null) {
                consumer.accept((V) value);
            }
        }
    }

    void clear() {
        if (size > 0) {
            hashes = new long[CAPACITY_MIN];
            values = new @Nullable Object[CAPACITY_MIN];
            size = 0;
        }
    }

    /** Eight hashes in a row are neighbours: numbers that come one after another are met in few lines of memory. */
    private int home(long hash) {
        return ((int) ((hash >>> 3) * GOLDEN >>> 35) << 3 | (int) hash & 7) & (values.length - 1);
    }

    private void resize(int capacity) {
        long[] oldHashes = hashes;
        @Nullable Object[] oldValues = values;
        hashes = new long[capacity];
        values = new @Nullable Object[capacity];
        for (int place = 0; place < oldValues.length; place++) {
            Object value = oldValues[place];
            if (value != null) {
                insert(oldHashes[place], value);
            }
        }
    }
}
