package io.stockmate.connectors.kinesis.source;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Reads, and writes, the fields of one message in Protocol Buffers' wire format: numbers (0), eight bytes (1), bytes
 * (2), four (5).
 */
final class ProtocolBuffer {
    private final byte[] data;
    private final int end;
    private int place;
    private int tag;

    ProtocolBuffer(byte[] data, int start, int end) {
        this.data = data;
        this.place = start;
        this.end = end;
    }

    /** The bytes are no message. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Appends a field of bytes: text, or a message. */
    static void write(int field, byte[] content, ByteArrayOutputStream out) {
        varint((long) field << 3 | 2, out);
        varint(content.length, out);
        out.writeBytes(content);
    }

    /** Appends a field that is a number. */
    static void write(int field, long number, ByteArrayOutputStream out) {
        varint((long) field << 3, out);
        varint(number, out);
    }

    private static void varint(long value, ByteArrayOutputStream out) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Goes on to the next field; false at the end. */
    boolean next() throws Damaged {
        if (place == end) {
            return false;
        }
        tag = (int) varint();
        return true;
    }

    int field() {
        return tag >>> 3;
    }

    long number() throws Damaged {
        expect(0);
        return varint();
    }

    byte[] bytes() throws Damaged {
        int length = length();
        byte[] bytes = Arrays.copyOfRange(data, place, place + length);
        place += length;
        return bytes;
    }

    ProtocolBuffer message() throws Damaged {
        int length = length();
        ProtocolBuffer message = new ProtocolBuffer(data, place, place + length);
        place += length;
        return message;
    }

    void skip() throws Damaged {
        switch (tag & 7) {
            case 0 -> varint();
            case 1 -> advance(8);
            case 2 -> advance(length());
            case 5 -> advance(4);
            default -> throw new Damaged();
        }
    }

    private int length() throws Damaged {
        expect(2);
        long length = varint();
        if (length < 0 || length > end - place) {
            throw new Damaged();
        }
        return (int) length;
    }

    private void advance(int bytes) throws Damaged {
        if (bytes > end - place) {
            throw new Damaged();
        }
        place += bytes;
    }

    private void expect(int wireType) throws Damaged {
        if ((tag & 7) != wireType) {
            throw new Damaged();
        }
    }

    private long varint() throws Damaged {
        long value = 0;
        for (int shift = 0; shift < 64 && place < end; shift += 7) {
            byte next = data[place++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new Damaged();
    }
}
