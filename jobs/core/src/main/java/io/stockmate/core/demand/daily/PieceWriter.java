package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the bytes of a piece, its version first. */
final class PieceWriter {
    /** What stands for a number that is absent, and for a quantity that follows as a float. */
    static final long ABSENT = -1;

    static final long BROKEN = -2;

    /** From here downwards it is hundredths themselves. */
    static final long HUNDREDTHS = -3;

    static final float PARTS = 100;

    /** Hundredths below take no more than three bytes. */
    private static final long HUNDREDTHS_MAX = 1 << 20;

    /** Whole numbers below take no more than three bytes. */
    private static final long WHOLE_MAX = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final DataOutputStream out = new DataOutputStream(bytes);

    PieceWriter(int version) {
        bytes.write(version);
    }

    /** As LEB128 of the zigzag code, so that small numbers are short. */
    PieceWriter number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    /** A number that may be {@link Absent}: in a byte where it is. */
    PieceWriter amount(long value) {
        return number(Absent.is(value) ? ABSENT : value < 0 ? value - 1 : value);
    }

    /**
     * A quantity, NaN where it is not known: small whole ones, which most are, are short, and hundredths hardly longer.
     */
    PieceWriter quantity(float value) {
        long whole = (long) value;
        boolean isWhole = whole >= 0 && whole == value && whole < WHOLE_MAX;
        if (isWhole) {
            return number(whole);
        }
        if (Float.isNaN(value)) {
            return number(ABSENT);
        }
        return isHundredths(value)
                ? number(HUNDREDTHS - Math.round(value * PARTS))
                : number(BROKEN).single(value);
    }

    private static boolean isHundredths(float value) {
        int parts = Math.round(value * PARTS);
        return parts >= 0 && parts < HUNDREDTHS_MAX && Float.compare(parts / PARTS, value) == 0;
    }

    /**
     * The nearest quantity that {@link #quantity} writes in few bytes: to the hundredth below 10,485.76, to the unit
     * from there to 2²⁰. What is larger, or negative, stays as it is and takes five bytes.
     */
    static float shortened(double value) {
        float whole = (float) StrictMath.rint(value);
        if (Double.isNaN(value) || value < 0 || value * PARTS >= HUNDREDTHS_MAX) {
            return value >= 0 && value < WHOLE_MAX ? whole : (float) value;
        }
        return Math.round((float) value * PARTS) / PARTS;
    }

    PieceWriter text(String value) {
        try {
            out.writeUTF(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    private PieceWriter single(float value) {
        try {
            out.writeFloat(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    PieceWriter bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
