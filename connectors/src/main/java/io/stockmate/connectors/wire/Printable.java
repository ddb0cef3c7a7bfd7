package io.stockmate.connectors.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Foreign text cut and cleaned, so that it can stand in messages for people. */
final class Printable {
    private Printable() {}

    /** At most {@code lengthMax} characters; control characters and halves of surrogate pairs become question marks. */
    static String of(String text, int lengthMax) {
        boolean cut = text.length() > lengthMax;
        int end = cut ? lengthMax - 1 : text.length();
        StringBuilder clean = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean whole = Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
            if (whole) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append(Character.isSurrogate(c) || Character.isISOControl(c) ? '?' : c);
            }
        }
        return cut ? clean.append('…').toString() : clean.toString();
    }

    /** The first bytes as text, at most {@code lengthMax} characters. */
    static String beginning(byte[] data, int lengthMax) {
        byte[] head = Arrays.copyOf(data, Math.min(data.length, lengthMax + 1));
        return of(new String(head, StandardCharsets.UTF_8), lengthMax);
    }
}
