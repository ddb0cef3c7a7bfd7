package io.stockmate.core.message;

import java.io.DataOutput;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes as a {@link java.io.DataOutputStream} writes them, in an array that grows. For one thread. */
public final class BytesOutput implements DataOutput {
    private static final int UTF_BYTES_MAX = 0xFFFF;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int length;
    private @Nullable RepeatedBytes repeated;

    public BytesOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** Forgets what was written. */
    public BytesOutput clear() {
        length = 0;
        return this;
    }

    public int length() {
        return length;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes all of it to another output. */
    public void writeTo(DataOutput out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    @Override
    public void write(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        room(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    @Override
    public void writeBoolean(boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) {
        write(value);
    }

    @Override
    public void writeShort(int value) {
        room(Short.BYTES);
        SHORTS.set(bytes, length, (short) value);
        length += Short.BYTES;
    }

    @Override
    public void writeChar(int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, length, value);
        length += Integer.BYTES;
    }

    @Override
    public void writeLong(long value) {
        room(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
    }

    @Override
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    @Override
    public void writeBytes(String text) {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void writeChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i));
        }
    }

    @Override
    public void writeUTF(String text) throws UTFDataFormatException {
        int characters = text.length();
        room(Short.BYTES + 3 * characters);
        int start = length + Short.BYTES;
        int at = start;
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c != 0 && c < 0x80) {
                bytes[at++] = (byte) c;
            } else {
                at = notAscii(c, at);
            }
        }
        if (at - start > UTF_BYTES_MAX) {
            throw new UTFDataFormatException("a text takes " + (at - start) + " bytes; the limit is " + UTF_BYTES_MAX);
        }
        SHORTS.set(bytes, length, (short) (at - start));
        length = at;
    }

    /** The same of a text that is likely to have come before: then its bytes are copied. */
    public void writeRepeatedUTF(String text) throws UTFDataFormatException {
        if (repeated == null) {
            repeated = new RepeatedBytes();
        }
        byte[] known = repeated.of(text);
        if (known != null) {
            writeShort(known.length);
            write(known);
            return;
        }
        int start = length + Short.BYTES;
        writeUTF(text);
        repeated.add(text, bytes, start, length);
    }

    /** Two bytes for NUL and what is below U+0800, else three. */
    private int notAscii(char c, int start) {
        int at = start;
        if (c < 0x800) {
            bytes[at++] = (byte) (0xC0 | c >>> 6);
        } else {
            bytes[at++] = (byte) (0xE0 | c >>> 12);
            bytes[at++] = (byte) (0x80 | c >>> 6 & 0x3F);
        }
        bytes[at++] = (byte) (0x80 | c & 0x3F);
        return at;
    }
}
