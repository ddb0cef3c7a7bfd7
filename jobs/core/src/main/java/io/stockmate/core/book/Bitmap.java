package io.stockmate.core.book;

import java.util.Arrays;

/** A set of small numbers whose neighbours are found through a summary: a bit for each word that is not empty. */
final class Bitmap {
    static final int NONE = -1;

    private final long[] words;
    private final long[] summary;

    /** For numbers from 0 to {@code size - 1}. */
    Bitmap(int size) {
        words = new long[(size + 63) >>> 6];
        summary = new long[(words.length + 63) >>> 6];
    }

    void set(int bit) {
        int word = bit >>> 6;
        words[word] |= 1L << bit;
        summary[word >>> 6] |= 1L << word;
    }

    void clear(int bit) {
        int word = bit >>> 6;
        words[word] &= ~(1L << bit);
        if (words[word] == 0) {
            summary[word >>> 6] &= ~(1L << word);
        }
    }

    void clearAll() {
        Arrays.fill(words, 0);
        Arrays.fill(summary, 0);
    }

    /** The least member from {@code bit} on, or {@link #NONE}. */
    int from(int bit) {
        int word = bit >>> 6;
        if (word >= words.length) {
            return NONE;
        }
        long here = words[word] >>> bit;
        if (here != 0) {
            return bit + Long.numberOfTrailingZeros(here);
        }
        int next = fromSummary(word + 1);
        return next == NONE ? NONE : (next << 6) + Long.numberOfTrailingZeros(words[next]);
    }

    /** The greatest member up to {@code bit}, or {@link #NONE}. */
    int upTo(int bit) {
        if (bit < 0) {
            return NONE;
        }
        int word = bit >>> 6;
        long here = words[word] << ~bit;
        if (here != 0) {
            return bit - Long.numberOfLeadingZeros(here);
        }
        int previous = upToSummary(word - 1);
        return previous == NONE ? NONE : (previous << 6) + 63 - Long.numberOfLeadingZeros(words[previous]);
    }

    private int fromSummary(int word) {
        int group = word >>> 6;
        if (group >= summary.length) {
            return NONE;
        }
        long here = summary[group] >>> word;
        if (here != 0) {
            return word + Long.numberOfTrailingZeros(here);
        }
        while (++group < summary.length) {
            if (summary[group] != 0) {
                return (group << 6) + Long.numberOfTrailingZeros(summary[group]);
            }
        }
        return NONE;
    }

    private int upToSummary(int word) {
        if (word < 0) {
            return NONE;
        }
        int group = word >>> 6;
        long here = summary[group] << ~word;
        if (here != 0) {
            return word - Long.numberOfLeadingZeros(here);
        }
        while (--group >= 0) {
            if (summary[group] != 0) {
                return (group << 6) + 63 - Long.numberOfLeadingZeros(summary[group]);
            }
        }
        return NONE;
    }
}
