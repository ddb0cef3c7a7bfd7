package io.stockmate.core.anomaly;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Compact bytes of a piece of state: numbers take as many bytes as they need, seven bits in each. */
final class StateOut {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final DataOutputStream data = new DataOutputStream(bytes);

    StateOut(int format) throws IOException {
        data.writeByte(format);
    }

    /** Where others write in their own form. */
    DataOutputStream data() {
        return data;
    }

    void flag(boolean value) throws IOException {
        data.writeBoolean(value);
    }

    /** Any number, absent ones too; near zero it is short. */
    void number(long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            data.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        data.writeByte((int) rest);
    }

    void text(@Nullable String value) throws IOException {
        data.writeUTF(value == null ? "" : value);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
