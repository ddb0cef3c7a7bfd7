package io.stockmate.core.demand.daily;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads what {@link PieceWriter} wrote. */
final class PieceReader {
    private final DataInputStream in;

    PieceReader(byte[] piece, int version) {
        in = new DataInputStream(new ByteArrayInputStream(piece));
        int written = octet();
        if (written != version) {
            throw new IllegalArgumentException("a piece of demand state has version " + written
                    + "; this program reads version " + version + ": restore it with the program that wrote it");
        }
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7FL) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number in a piece of demand state has no end");
    }

    String text() {
        try {
            return in.readUTF();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    float single() {
        try {
            return in.readFloat();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] bytes() {
        try {
            byte[] value = new byte[(int) number()];
            in.readFully(value);
            return value;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int octet() {
        try {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("a piece of demand state ends early");
            }
            return octet;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
