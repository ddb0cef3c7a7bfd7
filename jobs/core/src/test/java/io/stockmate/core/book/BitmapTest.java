package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bitmap beside a sorted set, from a few members that lie far apart to a full one and back. */
class BitmapTest {
    private final TreeSet<Integer> sorted = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 256, 4_096, 5_000, 16_384})
    void bitmapIsASortedSet(int size) {
        Random random = new Random(size);
        Bitmap bitmap = new Bitmap(size);
        for (int round = 0; round < 200; round++) {
            int bit = random.nextInt(size);
            if (sorted.add(bit)) {
                bitmap.set(bit);
            }
            assertNeighbours(bitmap, random.nextInt(size));
            assertNeighbours(bitmap, bit);
            if (random.nextInt(3) > 0) {
                int gone = sorted.first() + random.nextInt(sorted.last() - sorted.first() + 1);
                sorted.remove(gone);
                bitmap.clear(gone);
            }
            assertNeighbours(bitmap, 0);
            assertNeighbours(bitmap, size - 1);
        }

        bitmap.clearAll();
        sorted.clear();
        assertNeighbours(bitmap, 0);
        assertNeighbours(bitmap, size - 1);
    }

    /** Those from a number on and up to it, and those beside it as far as it is no edge. */
    private void assertNeighbours(Bitmap bitmap, int bit) {
        for (int near = bit - 1; near <= bit + 1; near++) {
            assertThat(bitmap.from(Math.max(0, near))).as("from %d", near).isEqualTo(or(sorted.ceiling(near)));
        }
        assertThat(bitmap.upTo(bit)).as("up to %d", bit).isEqualTo(or(sorted.floor(bit)));
        assertThat(bitmap.upTo(bit - 1)).as("below %d", bit).isEqualTo(or(sorted.lower(bit)));
    }

    private static int or(Integer member) {
        return member == null ? Bitmap.NONE : member;
    }
}
