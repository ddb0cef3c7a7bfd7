package io.stockmate.core.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were read lately, so that one that comes again is the same string and not made anew. It forgets one where
 * another falls on its place. For one thread.
 */
final class RepeatedTexts {
    private static final int PLACES = 1 << 8;

    /** Texts of a kind differ in their last characters. */
    private static final int HASHED = 4;

    private final byte[][] bytes = new byte[PLACES][0];
    private final String[] texts = new String[PLACES];

    RepeatedTexts() {
        Arrays.fill(texts, "");
    }

    /** The text of these bytes; null where it did not come lately. */
    @Nullable
    String text(byte[] source, int start, int end) {
        int place = place(source, start, end);
        byte[] known = bytes[place];
        return Arrays.equals(known, 0, known.length, source, start, end) ? texts[place] : null;
    }

    /** The text of these bytes, which are ASCII, from now on. */
    String add(byte[] source, int start, int end) {
        int place = place(source, start, end);
        bytes[place] = Arrays.copyOfRange(source, start, end);
        texts[place] = new String(source, start, end - start, StandardCharsets.US_ASCII);
        return texts[place];
    }

    private static int place(byte[] source, int start, int end) {
        int hash = end - start;
        for (int i = Math.max(start, end - HASHED); i < end; i++) {
            hash = 31 * hash + source[i];
        }
        return hash & PLACES - 1;
    }
}
