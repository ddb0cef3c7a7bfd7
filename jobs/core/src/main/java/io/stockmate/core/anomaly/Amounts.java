package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.JsonText;

/** Arithmetic of what an alert says. Whatever has more than 18 digits stops at the largest that has no more. */
final class Amounts {
    /** 10¹⁸ − 1: the largest that DECIMAL(18,4) holds. */
    static final long MAX = 999_999_999_999_999_999L;

    private Amounts() {}

    /** A count in units of 10⁻⁴. */
    static long of(long count) {
        return times(count, Decimal.ONE);
    }

    static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        if (high != low >> 63) {
            return (one < 0) == (other < 0) ? MAX : -MAX;
        }
        return Math.max(-MAX, Math.min(MAX, low));
    }

    /** What so many pieces are worth at a price; nothing where there is no price. */
    static long worth(long pieces, long price) {
        return Absent.is(price) ? 0 : times(Math.abs(pieces), price);
    }

    /** By how many percent {@code value} differs from {@code base} > 0, in units of 10⁻⁴, rounded down. */
    static long percentOff(long value, long base) {
        return times(Math.abs(value - base), 100 * Decimal.ONE) / base;
    }

    /** {@code part} as a percentage of {@code base}, in units of 10⁻⁴, rounded down; 0 where there is no base. */
    static long percentOf(long part, long base) {
        return base <= 0 ? 0 : times(part, 100 * Decimal.ONE) / base;
    }

    /** {@code percent} of {@code base}, rounded down. */
    static long percent(long percent, long base) {
        return times(percent, base) / (100 * Decimal.ONE);
    }

    /** A number in units of 10⁻⁴, rounded; the largest of 18 digits where it is larger, 0 where it is none. */
    static long units(double number) {
        return rounded(number * Decimal.ONE);
    }

    /** The nearest whole number of at most 18 digits; 0 where it is none. */
    static long rounded(double number) {
        return Math.max(-MAX, Math.min(MAX, Math.round(number)));
    }

    /** The number that so many units of 10⁻⁴ are. */
    static double number(long units) {
        return (double) units / Decimal.ONE;
    }

    static String text(long units) {
        return Decimal.toString(units);
    }

    /** A JSON object of what {@code members} writes. */
    static String json(java.util.function.Consumer<JsonText> members) {
        StringBuilder text = new StringBuilder(128);
        JsonText json = JsonText.open(text);
        members.accept(json);
        json.close();
        return text.toString();
    }
}
