package io.stockmate.core.market;

import java.nio.ByteBuffer;

/**
 * Tells of most keys that were not added that they were not, and of none that was. 16 bits for a key: about one of a
 * thousand others is taken for one that was added.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/BloomFilter.md">split block Bloom filter</a>
 */
final class KeyFilter {
    private static final int WORDS = 8;
    private static final int BLOCK_BYTES = WORDS * Integer.BYTES;
    private static final int KEYS_OF_A_BLOCK = BLOCK_BYTES * Byte.SIZE / 16;
    private static final int[] SALTS = {
        0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
    };

    private final int[] words;

    /** @param keys how many will be added */
    KeyFilter(int keys) {
        words = new int[Math.toIntExact(bytes(keys) / Integer.BYTES)];
    }

    /** How many bytes one for so many keys takes. */
    static long bytes(int keys) {
        return ((long) keys + KEYS_OF_A_BLOCK - 1) / KEYS_OF_A_BLOCK * BLOCK_BYTES;
    }

    static KeyFilter read(ByteBuffer bytes, int keys) {
        KeyFilter filter = new KeyFilter(keys);
        bytes.asIntBuffer().get(filter.words);
        bytes.position(bytes.position() + filter.words.length * Integer.BYTES);
        return filter;
    }

    void write(ByteBuffer bytes) {
        bytes.asIntBuffer().put(words);
        bytes.position(bytes.position() + words.length * Integer.BYTES);
    }

    /** @param hash of a key, in all of its 64 bits */
    void add(long hash) {
        int block = block(hash);
        for (int i = 0; i < WORDS; i++) {
            words[block + i] |= bit(hash, i);
        }
    }

    boolean mayHold(long hash) {
        if (words.length == 0) {
            return false;
        }
        int block = block(hash);
        for (int i = 0; i < WORDS; i++) {
            if ((words[block + i] & bit(hash, i)) == 0) {
                return false;
            }
        }
        return true;
    }

    private int block(long hash) {
        return (int) ((hash >>> Integer.SIZE) * (words.length / WORDS) >>> Integer.SIZE) * WORDS;
    }

    private static int bit(long hash, int word) {
        return 1 << ((int) hash * SALTS[word] >>> 27);
    }
}
