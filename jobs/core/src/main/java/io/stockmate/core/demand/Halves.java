package io.stockmate.core.demand;

/** The upper half of a float (bfloat16): its range with 8 significant bits, rounded to nearest, ties away from 0. */
final class Halves {
    private Halves() {}

    static short of(float value) {
        return (short) ((Float.floatToIntBits(value) + 0x8000) >> 16);
    }

    static float value(short half) {
        return Float.intBitsToFloat(half << 16);
    }

    static float round(float value) {
        return value(of(value));
    }

    static void write(float[] values, StateWriter out) {
        for (float value : values) {
            out.half(of(value));
        }
    }

    static void read(float[] values, StateReader in) {
        for (int i = 0; i < values.length; i++) {
            values[i] = value(in.half());
        }
    }
}
