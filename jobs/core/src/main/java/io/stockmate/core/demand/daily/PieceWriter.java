package io.stockmate.core.demand.daily;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the bytes of a piece, its version first. */
final class PieceWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final DataOutputStream out = new DataOutputStream(bytes);

    PieceWriter(int version) {
        bytes.write(version);
    }

    /** As LEB128 of the zigzag code, so that small numbers are short. */
    PieceWriter number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    PieceWriter text(String value) {
        try {
            out.writeUTF(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    PieceWriter single(float value) {
        try {
            out.writeFloat(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    PieceWriter bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
