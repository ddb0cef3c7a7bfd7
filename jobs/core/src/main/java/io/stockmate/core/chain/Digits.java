package io.stockmate.core.chain;

/** Decimal digits as ASCII. */
final class Digits {
    /** How many a {@code long} takes at most, with its sign. */
    static final int MAX = 20;

    private Digits() {}

    /** Writes a number as {@link Long#toString(long)} does; where what it wrote ends. */
    static int write(long number, byte[] to, int start) {
        if (number < 0) {
            return copy(Long.toString(number), to, start);
        }
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = start + digits - 1; at >= start; at--) {
            to[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return start + digits;
    }

    private static int copy(String text, byte[] to, int start) {
        for (int i = 0; i < text.length(); i++) {
            to[start + i] = (byte) text.charAt(i);
        }
        return start + text.length();
    }
}
