package io.stockmate.core.demand;

import java.util.Arrays;

/** Packs a state: numbers little-endian, counts as LEB128. */
final class StateWriter {
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
