package io.stockmate.core.market;

import java.util.Arrays;

/**
 * Records of four numbers, each under a number of its own by which it is read, and the newest of a key found by that
 * key: the first one or two of its numbers. No object per record: they are in blocks that are given back whole, and the
 * index has one word for a key, half of it a part of the key's hash, so that a look that finds nothing reads one line of
 * memory as a rule. Open addressing with linear probing; a removal moves up what comes behind (Knuth, The Art of
 * Computer Programming, vol. 3, 6.4, algorithm R).
 */
final class HashedRecords {
    /** Stands for no record. */
    static final int NONE = -1;

    /** Numbers of a record. */
    static final int WIDTH = 4;

    /** Records of a block. */
    static final int BLOCK = 64;

    private static final int CAPACITY_MIN = 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final boolean twoKeys;
    private long[][] blocks = new long[4][];
    private int blockCount;
    private int[] freeBlocks = new int[4];
    private int freeCount;

    /** The tag of the key in the upper half, the record's number plus one in the lower; 0 where nothing is. */
    private long[] entries = new long[CAPACITY_MIN];

    private int bits = Integer.numberOfTrailingZeros(CAPACITY_MIN);
    private int size;

    /** @param keys how many numbers of a record are its key: 1, which may be a count, or 2, the second being a hash */
    HashedRecords(int keys) {
        this.twoKeys = keys == 2;
    }

    /** How many keys there are. */
    int size() {
        return size;
    }

    /**
     * Makes room for {@link #BLOCK} records.
     *
     * @param expected how many there will be as far as is known, at least 1
     * @return the number of the first of them
     */
    int newBlock(int expected) {
        int block = freeCount > 0 ? freeBlocks[--freeCount] : blockCount++;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        blocks[block] = new long[expected * WIDTH];
        return block * BLOCK;
    }

    /** Gives back the block that begins with this record; no key must lead to any of its records. */
    void free(int first) {
        if (freeCount == freeBlocks.length) {
            freeBlocks = Arrays.copyOf(freeBlocks, 2 * freeCount);
        }
        freeBlocks[freeCount++] = first / BLOCK;
        blocks[first / BLOCK] = new long[0];
    }

    /** Writes a record, which its key leads to from now on. */
    void set(int record, long first, long second, long third, long fourth) {
        int at = record % BLOCK * WIDTH;
        long[] block = blocks[record / BLOCK];
        if (at == block.length) {
            block = Arrays.copyOf(block, 2 * at);
            blocks[record / BLOCK] = block;
        }
        block[at] = first;
        block[at + 1] = second;
        block[at + 2] = third;
        block[at + 3] = fourth;
        index(record, first, second);
    }

    /** One of a record's four numbers. */
    long at(int record, int column) {
        return blocks[record / BLOCK][record % BLOCK * WIDTH + column];
    }

    /** The numbers of the records of a block, one after another. */
    long[] block(int first) {
        return blocks[first / BLOCK];
    }

    /** The newest record of this key; {@link #NONE} where there is none. */
    int find(long first, long second) {
        long entry = entries[place(first, second)];
        return (int) entry - 1;
    }

    /** Forgets the key of this record if it leads here, and tells whether it did. */
    boolean remove(int record) {
        int place = place(at(record, 0), at(record, 1));
        boolean leads = (int) entries[place] - 1 == record;
        if (leads) {
            removeAt(place);
        }
        return leads;
    }

    private void index(int record, long first, long second) {
        int place = place(first, second);
        if (entries[place] == 0) {
            if (3 * (size + 1L) > 2L * entries.length) {
                resize(bits + 1);
                place = place(first, second);
            }
            size++;
        }
        entries[place] = (long) tag(first, second) << Integer.SIZE | record + 1;
    }

    /** Where the key is, or where it would be put. */
    private int place(long first, long second) {
        int tag = tag(first, second);
        int place = home(tag);
        for (long entry = entries[place]; entry != 0; entry = entries[place]) {
            if ((int) (entry >>> Integer.SIZE) == tag && has((int) entry - 1, first, second)) {
                return place;
            }
            place = place + 1 & entries.length - 1;
        }
        return place;
    }

    private boolean has(int record, long first, long second) {
        long[] block = blocks[record / BLOCK];
        int at = record % BLOCK * WIDTH;
        return block[at] == first && (!twoKeys || block[at + 1] == second);
    }

    private int tag(long first, long second) {
        return twoKeys ? (int) second : (int) ((first >>> 3) * GOLDEN >>> 35) << 3 | (int) first & 7;
    }

    /**
     * Eight counts in a row are neighbours, so that keys that come one after another are met in few lines of memory. A
     * larger table keeps the order of a smaller one, so that it is filled from one end to the other.
     */
    private int home(int tag) {
        return tag >>> (Integer.SIZE - bits) & -8 | tag & 7;
    }

    private void removeAt(int place) {
        int mask = entries.length - 1;
        int gap = place;
        for (int at = gap + 1 & mask; entries[at] != 0; at = at + 1 & mask) {
            int home = home((int) (entries[at] >>> Integer.SIZE));
            if ((at - home & mask) >= (at - gap & mask)) {
                entries[gap] = entries[at];
                gap = at;
            }
        }
        entries[gap] = 0;
        size--;
        if (entries.length > CAPACITY_MIN && 8 * size < entries.length) {
            resize(bits - 1);
        }
    }

    private void resize(int newBits) {
        long[] old = entries;
        bits = newBits;
        entries = new long[1 << newBits];
        for (long entry : old) {
            if (entry != 0) {
                int place = home((int) (entry >>> Integer.SIZE));
                while (entries[place] != 0) {
                    place = place + 1 & entries.length - 1;
                }
                entries[place] = entry;
            }
        }
    }
}
