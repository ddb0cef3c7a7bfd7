package io.stockmate.core.message;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads an array of bytes as a {@link DataInputStream} does. For one thread. */
public final class BytesInput implements DataInput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int at;
    private int end;
    private @Nullable RepeatedTexts repeated;

    public BytesInput(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /**
     * Takes the bytes behind their length from another input; what was not read of those before is forgotten.
     *
     * @throws IOException where the length is none ({@link CountedBytes}), or the bytes end before it
     */
    public void fill(DataInput in) throws IOException {
        int length = CountedBytes.length("message", in);
        bytes = CountedBytes.fill(bytes, in, length);
        at = 0;
        end = length;
    }

    /** Passes over so many bytes, and tells where they begin. */
    private int take(int count) throws EOFException {
        int start = at;
        if (count < 0 || count > end - start) {
            throw new EOFException(count + " more bytes are wanted where " + (end - start) + " are left");
        }
        at = start + count;
        return start;
    }

    @Override
    public void readFully(byte[] to) throws EOFException {
        readFully(to, 0, to.length);
    }

    @Override
    public void readFully(byte[] to, int offset, int count) throws EOFException {
        System.arraycopy(bytes, take(count), to, offset, count);
    }

    @Override
    public int skipBytes(int count) {
        int skipped = Math.max(0, Math.min(count, end - at));
        at += skipped;
        return skipped;
    }

    @Override
    public boolean readBoolean() throws EOFException {
        return readByte() != 0;
    }

    @Override
    public byte readByte() throws EOFException {
        return bytes[take(1)];
    }

    @Override
    public int readUnsignedByte() throws EOFException {
        return bytes[take(1)] & 0xFF;
    }

    @Override
    public short readShort() throws EOFException {
        return (short) SHORTS.get(bytes, take(Short.BYTES));
    }

    @Override
    public int readUnsignedShort() throws EOFException {
        return readShort() & 0xFFFF;
    }

    @Override
    public char readChar() throws EOFException {
        return (char) readShort();
    }

    @Override
    public int readInt() throws EOFException {
        return (int) INTS.get(bytes, take(Integer.BYTES));
    }

    @Override
    public long readLong() throws EOFException {
        return (long) LONGS.get(bytes, take(Long.BYTES));
    }

    @Override
    public float readFloat() throws EOFException {
        return Float.intBitsToFloat(readInt());
    }

    @Override
    public double readDouble() throws EOFException {
        return Double.longBitsToDouble(readLong());
    }

    /** @throws UnsupportedOperationException always: what a line is depends on who wrote it */
    @Override
    public String readLine() {
        throw new UnsupportedOperationException("messages have no lines");
    }

    @Override
    public String readUTF() throws IOException {
        int length = readUnsignedShort();
        int start = take(length);
        return isAscii(start)
                ? new String(bytes, start, length, StandardCharsets.ISO_8859_1)
                : notAscii(start - Short.BYTES);
    }

    /** The same of a text that is likely to have come before: then it is the same string. */
    public String readRepeatedUTF() throws IOException {
        int length = readUnsignedShort();
        int start = take(length);
        if (repeated == null) {
            repeated = new RepeatedTexts();
        }
        String text = repeated.text(bytes, start, at);
        if (text != null) {
            return text;
        }
        return isAscii(start) ? repeated.add(bytes, start, at) : notAscii(start - Short.BYTES);
    }

    private boolean isAscii(int start) {
        int all = 0;
        for (int i = start; i < at; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private String notAscii(int start) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(bytes, start, end - start)).readUTF();
    }
}
