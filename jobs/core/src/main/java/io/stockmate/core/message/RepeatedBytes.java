package io.stockmate.core.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of texts that were written lately, so that those of one that comes again are not made anew. It forgets one
 * where another falls on its place. For one thread.
 */
final class RepeatedBytes {
    private static final int PLACES = 1 << 8;

    private final String[] texts = new String[PLACES];
    private final byte[][] bytes = new byte[PLACES][0];

    RepeatedBytes() {
        Arrays.fill(texts, "");
    }

    /** The bytes of this text, not to be changed; null where it did not come lately. */
    byte @Nullable [] of(String text) {
        int place = place(text);
        return texts[place].equals(text) ? bytes[place] : null;
    }

    /** The bytes of this text from now on. */
    void add(String text, byte[] source, int start, int end) {
        int place = place(text);
        texts[place] = text;
        bytes[place] = Arrays.copyOfRange(source, start, end);
    }

    /** A string that comes again knows its hash. */
    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
