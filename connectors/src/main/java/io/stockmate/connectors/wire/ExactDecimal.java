package io.stockmate.connectors.wire;

import io.stockmate.core.message.Decimal;

/**
 * Reads decimals into units of 10⁻⁴ without rounding and without a detour over a wider number: a hostile exponent costs
 * nothing.
 */
final class ExactDecimal {
    /** In units: every value is smaller, so that DECIMAL(18,4) holds it. */
    static final long LIMIT = 1_000_000_000_000_000_000L;

    private static final int EXPONENT_DIGITS_MAX = 4;

    private final String text;
    private int at;
    private long digits;
    private int decimals;

    private ExactDecimal(String text) {
        this.text = text;
    }

    /**
     * The value of a number in JSON's grammar, at most four decimals.
     *
     * @param withExponent whether an exponent may follow; decimals are counted after applying it
     * @throws NumberFormatException saying what is wrong with it
     */
    static long parse(String text, boolean withExponent) {
        return new ExactDecimal(text).value(withExponent);
    }

    private long value(boolean withExponent) {
        boolean negative = skip('-');
        integerPart();
        if (skip('.')) {
            int start = at;
            digits();
            decimals = at - start;
            if (decimals == 0) {
                throw notPlain();
            }
        }
        int scale = decimals;
        if (withExponent && (skip('e') || skip('E'))) {
            scale -= exponent();
        }
        if (at < text.length()) {
            throw notPlain();
        }
        long units = scaled(scale);
        return negative ? -units : units;
    }

    private void integerPart() {
        int start = at;
        digits();
        int length = at - start;
        if (length == 0 || (length > 1 && text.charAt(start) == '0')) {
            throw notPlain();
        }
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (digits >= LIMIT / 10) {
                throw tooLong();
            }
            digits = digits * 10 + (text.charAt(at) - '0');
            at++;
        }
    }

    private int exponent() {
        boolean negative = skip('-');
        if (!negative) {
            skip('+');
        }
        int start = at;
        int significant = 0;
        int exponent = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            int digit = text.charAt(at) - '0';
            if (significant > 0 || digit > 0) {
                significant++;
            }
            if (significant <= EXPONENT_DIGITS_MAX) {
                exponent = exponent * 10 + digit;
            }
        }
        if (at == start) {
            throw notPlain();
        }
        return negative ? -exponent : exponent;
    }

    private long scaled(int scale) {
        if (scale > Decimal.SCALE) {
            throw new NumberFormatException("has more than " + Decimal.SCALE + " decimals");
        }
        long units = digits;
        for (int i = scale; i < Decimal.SCALE && units != 0; i++) {
            if (units >= LIMIT / 10) {
                throw tooLong();
            }
            units *= 10;
        }
        return units;
    }

    private boolean skip(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        if (found) {
            at++;
        }
        return found;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static NumberFormatException notPlain() {
        return new NumberFormatException("is no plain decimal number");
    }

    private static NumberFormatException tooLong() {
        return new NumberFormatException("has more than 14 digits before the point and 4 after it");
    }
}
