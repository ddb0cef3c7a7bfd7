package io.stockmate.core.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that came lately, so that one that comes again is the same string and not made anew. It forgets one where
 * another falls on its place. For one thread.
 */
final class RepeatedTexts {
    private static final int PLACES = 1 << 8;

    private final byte[][] bytes = new byte[PLACES][0];
    private final String[] texts = new String[PLACES];

    RepeatedTexts() {
        Arrays.fill(texts, "");
    }

    /** The text of these bytes, which are ASCII. */
    String ascii(byte[] source, int start, int end) {
        int hash = end - start;
        for (int i = Math.max(start, end - Integer.BYTES); i < end; i++) {
            hash = 31 * hash + source[i];
        }
        int place = hash & PLACES - 1;
        if (!Arrays.equals(bytes[place], 0, bytes[place].length, source, start, end)) {
            bytes[place] = Arrays.copyOfRange(source, start, end);
            texts[place] = new String(source, start, end - start, StandardCharsets.US_ASCII);
        }
        return texts[place];
    }
}
