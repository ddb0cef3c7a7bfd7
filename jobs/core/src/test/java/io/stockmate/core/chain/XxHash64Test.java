package io.stockmate.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XxHash64Test {
    /** The seed of xxHash's own sanity check. */
    private static final long PRIME_32 = 2_654_435_761L;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a, 0, d24ec4f1a98c6e5b",
        "abc, 0, 44bc2cf5ad770999",
        "xxhash, 0, 32dd38952c4bc720",
        "xxhash, 20141025, b559b98d844e0635",
        "Nobody inspects the spammish repetition, 0, fbcea83c8a378bf1"
    })
    void textHashesAsPublished(String text, long seed, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(XxHash64.hash(bytes, 0, bytes.length, seed)).isEqualTo(Long.parseUnsignedLong(expected, 16));
    }

    /** Vectors of xxHash's sanity check over its generated buffer. */
    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({
        "  0, ef46db3751d8e999, ac75fda2929b17ef",
        "  1, 4fce394cc88952d8, 739840cb819fa723",
        " 14, cffa8db881bc3a3d, 5b9611585efcc9cb",
        "101, 0eab543384f878ad, caa65939306f1e21"
    })
    void sanityBufferHashesAsPublished(int length, String unseeded, String seeded) {
        byte[] buffer = sanityBuffer();

        assertThat(XxHash64.hash(buffer, 0, length, 0)).isEqualTo(Long.parseUnsignedLong(unseeded, 16));
        assertThat(XxHash64.hash(buffer, 0, length, PRIME_32)).isEqualTo(Long.parseUnsignedLong(seeded, 16));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithAWellKeptLibrary(long seedOfTest) {
        SplittableRandom random = new SplittableRandom(seedOfTest);
        XXHash64 library = XXHashFactory.safeInstance().hash64();
        for (int length = 0; length < 1_000; length++) {
            byte[] bytes = new byte[length + 16];
            random.nextBytes(bytes);
            int offset = random.nextInt(16);
            long seed = random.nextLong();

            assertThat(XxHash64.hash(bytes, offset, length, seed))
                    .as("length %d, offset %d, seed %d", length, offset, seed)
                    .isEqualTo(library.hash(bytes, offset, length, seed));
        }
    }

    @Test
    void bytesAroundTheRangeDoNotMatter() {
        byte[] bytes = new byte[100];
        long expected = XxHash64.hash(bytes, 10, 50, 7);
        Arrays.fill(bytes, 0, 10, (byte) 1);
        Arrays.fill(bytes, 60, 100, (byte) 1);

        assertThat(XxHash64.hash(bytes, 10, 50, 7)).isEqualTo(expected);
    }

    @Test
    void rangeOutsideTheBytesIsRefused() {
        byte[] bytes = new byte[10];

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> XxHash64.hash(bytes, 0, 11, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> XxHash64.hash(bytes, 0, -1, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> XxHash64.hash(bytes, -1, 5, 0));
    }

    private static byte[] sanityBuffer() {
        byte[] buffer = new byte[101];
        int generator = (int) PRIME_32;
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = (byte) (generator >>> 24);
            generator *= generator;
        }
        return buffer;
    }
}
