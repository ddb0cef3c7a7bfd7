package io.stockmate.core.message;

/** Numbers with four decimals, held as {@code long} in units of 10⁻⁴. */
public final class Decimal {
    /** 1 in units of 10⁻⁴. */
    public static final long ONE = 10_000;

    /** Decimals that a value has. */
    public static final int SCALE = 4;

    private Decimal() {}

    /** Appends {@code value} in plain notation with the fewest digits after the point. */
    public static void append(StringBuilder text, long value) {
        if (value < 0) {
            text.append('-');
        }
        text.append(Math.abs(value / ONE));
        long rest = Math.abs(value % ONE);
        if (rest == 0) {
            return;
        }
        text.append('.');
        for (long unit = ONE / 10; rest > 0; unit /= 10) {
            text.append((char) ('0' + rest / unit));
            rest %= unit;
        }
    }

    /** {@code value} in plain notation with the fewest digits after the point. */
    public static String toString(long value) {
        StringBuilder text = new StringBuilder(24);
        append(text, value);
        return text.toString();
    }

    /**
     * The quotient rounded half-even.
     *
     * @throws IllegalArgumentException unless {@code dividend ≥ 0} and {@code divisor > 0}
     */
    public static long divideHalfEven(long dividend, long divisor) {
        if (dividend < 0 || divisor <= 0) {
            throw new IllegalArgumentException(
                    dividend + " / " + divisor + ": the dividend must not be negative, the divisor be positive");
        }
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        long other = divisor - rest;
        boolean up = rest > other || (rest == other && (quotient & 1) == 1);
        return up ? quotient + 1 : quotient;
    }
}
