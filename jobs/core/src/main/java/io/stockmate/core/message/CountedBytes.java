package io.stockmate.core.message;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/** Arrays of bytes behind their length, four bytes, big-endian. */
public final class CountedBytes {
    /** More than any record of Kinesis and any piece of state holds; a greater length is garbage. */
    static final int LENGTH_MAX = 1 << 26;

    /** Room is made as bytes come, so that a length that promises too much takes none. */
    private static final int STEP = 1 << 16;

    private CountedBytes() {}

    /**
     * Reads one.
     *
     * @param name of what it is, for the error
     * @throws IOException where the length is negative or above 64 MiB, or the bytes end before it
     */
    public static byte[] read(String name, DataInput in) throws IOException {
        return read(in, length(name, in));
    }

    /** Reads a length alone, with the same bounds. */
    static int length(String name, DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LENGTH_MAX) {
            throw new IOException(name + ": " + length + " bytes; the limit is " + LENGTH_MAX);
        }
        return length;
    }

    /** Reads so many bytes. */
    private static byte[] read(DataInput in, int length) throws IOException {
        return fill(new byte[Math.min(length, STEP)], in, length);
    }

    /** The first {@code length} bytes of what this gives are read; it is the same array where it is long enough. */
    static byte[] fill(byte[] bytes, DataInput in, int length) throws IOException {
        byte[] filled = bytes;
        int read = 0;
        while (read < length) {
            if (read == filled.length) {
                filled = Arrays.copyOf(filled, Math.min(length, Math.max(STEP, 2 * read)));
            }
            int next = Math.min(length, filled.length);
            in.readFully(filled, read, next - read);
            read = next;
        }
        return filled;
    }
}
