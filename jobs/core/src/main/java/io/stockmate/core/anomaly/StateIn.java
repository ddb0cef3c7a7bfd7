package io.stockmate.core.anomaly;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateOut} wrote. */
final class StateIn {
    private final DataInputStream data;

    /** @throws IOException if the bytes are of another format */
    StateIn(byte[] bytes, int format) throws IOException {
        data = new DataInputStream(new ByteArrayInputStream(bytes));
        int written = data.readUnsignedByte();
        if (written != format) {
            throw new IOException("state of format " + written + ", this version reads " + format
                    + ": go on with the version that wrote it");
        }
    }

    DataInputStream data() {
        return data;
    }

    boolean flag() throws IOException {
        return data.readBoolean();
    }

    long number() throws IOException {
        long rest = 0;
        int shift = 0;
        int next;
        do {
            next = data.readUnsignedByte();
            rest |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    int count() throws IOException {
        return Math.toIntExact(number());
    }

    String text() throws IOException {
        return data.readUTF();
    }

    @Nullable
    String optionalText() throws IOException {
        String text = data.readUTF();
        return text.isEmpty() ? null : text;
    }
}
