package io.stockmate.core.demand;

import java.util.Arrays;

/** Packs a state: numbers little-endian, counts as LEB128. */
final class StateWriter {
    /** Counts below take no more than three bytes. */
    private static final int WHOLE_MAX = 1 << 21;

    private byte[] bytes = new byte[256];
    private int length;

    void count(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            octet(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    void octet(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    void half(short value) {
        octet(value);
        octet(value >> 8);
    }

    void single(float value) {
        int bits = Float.floatToIntBits(value);
        half((short) bits);
        half((short) (bits >> 16));
    }

    /**
     * A number to its last bit: in a byte where it is none or a small whole one, in up to four where it is a larger
     * one, in five where a float holds it.
     */
    void exact(double value) {
        int whole = (int) value;
        boolean isWhole = Double.doubleToLongBits(whole) == Double.doubleToLongBits(value);
        if (Double.isNaN(value)) {
            octet(StateReader.MISSING);
        } else if (isWhole && whole >= 0 && whole <= StateReader.SMALL_MAX) {
            octet(StateReader.SMALL + whole);
        } else if (isWhole && whole >= 0 && whole < WHOLE_MAX) {
            octet(StateReader.WHOLE);
            count(whole);
        } else if (Double.doubleToLongBits((float) value) == Double.doubleToLongBits(value)) {
            octet(StateReader.SINGLE);
            single((float) value);
        } else {
            octet(StateReader.DOUBLE);
            long bits = Double.doubleToLongBits(value);
            for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
                half((short) (bits >> shift));
            }
        }
    }

    /** How many bytes {@link #exact} writes. */
    static int bytesOf(double value) {
        StateWriter out = new StateWriter();
        out.exact(value);
        return out.length;
    }

    void singles(float[] values) {
        for (float value : values) {
            single(value);
        }
    }

    void halves(short[] values) {
        for (short value : values) {
            half(value);
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
