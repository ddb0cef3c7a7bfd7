package io.stockmate.core.demand;

/** Reads what {@link StateWriter} packed, and refuses what ends early or late. */
final class StateReader {
    /** How {@link #exact} tells what follows. */
    static final int MISSING = 0;

    static final int SINGLE = 1;
    static final int DOUBLE = 2;
    static final int WHOLE = 3;

    /** From this kind on it is a small whole number itself. */
    static final int SMALL = 4;

    static final int SMALL_MAX = 0xFF - SMALL;

    private final byte[] bytes;
    private int version;
    private int position;

    StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the version of the state, its first byte. */
    int readVersion() {
        version = octet();
        return version;
    }

    int version() {
        return version;
    }

    int count() {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a count at byte " + position + " of " + bytes.length + " has no end");
    }

    int octet() {
        if (position == bytes.length) {
            throw new IllegalArgumentException("a forecaster's state ends early, after " + bytes.length + " bytes");
        }
        return bytes[position++] & 0xFF;
    }

    short half() {
        int low = octet();
        return (short) (low | octet() << 8);
    }

    float single() {
        int low = half() & 0xFFFF;
        return Float.intBitsToFloat(low | half() << 16);
    }

    /** A number to its last bit. */
    double exact() {
        int kind = octet();
        return switch (kind) {
            case MISSING -> Double.NaN;
            case SINGLE -> single();
            case DOUBLE -> {
                long bits = 0;
                for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
                    bits |= (half() & 0xFFFFL) << shift;
                }
                yield Double.longBitsToDouble(bits);
            }
            case WHOLE -> count();
            default -> kind - SMALL;
        };
    }

    void singles(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = single();
        }
    }

    void halves(short[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = half();
        }
    }

    void end() {
        if (position != bytes.length) {
            throw new IllegalArgumentException(
                    "a forecaster's state has " + (bytes.length - position) + " bytes too many of " + bytes.length);
        }
    }
}
