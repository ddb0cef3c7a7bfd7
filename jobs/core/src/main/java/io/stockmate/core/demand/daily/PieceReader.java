package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.state.UnreadableState;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Reads what {@link PieceWriter} wrote. */
final class PieceReader {
    private final DataInputStream in;
    private final int version;

    /**
     * What {@code read} makes of a piece of one of the versions from {@code first} to {@code last}.
     *
     * @throws UnreadableState where the piece is of another version, or damaged
     */
    static <T> T read(byte[] piece, int first, int last, Function<PieceReader, T> read) {
        return UnreadableState.orThrow("of demand state", () -> read.apply(new PieceReader(piece, first, last)));
    }

    PieceReader(byte[] piece, int first, int last) {
        in = new DataInputStream(new ByteArrayInputStream(piece));
        version = octet();
        if (version < first || version > last) {
            throw new IllegalArgumentException("a piece of demand state has version " + version
                    + "; this program reads version " + (first == last ? "" : first + " to ") + last
                    + ": restore it with the program that wrote it");
        }
    }

    int version() {
        return version;
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

    /** What {@link PieceWriter#amount} wrote. */
    long amount() {
        long code = number();
        return code == PieceWriter.ABSENT ? Absent.NUMBER : code < 0 ? code + 1 : code;
    }

    /** What {@link PieceWriter#quantity} wrote. */
    float quantity() {
        long code = number();
        if (code == PieceWriter.ABSENT) {
            return Float.NaN;
        }
        if (code == PieceWriter.BROKEN) {
            return single();
        }
        return code < 0 ? (PieceWriter.HUNDREDTHS - code) / PieceWriter.PARTS : code;
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
            long length = number();
            if (length < 0 || length > in.available()) {
                throw new EOFException(length + " more bytes are wanted where " + in.available() + " are left");
            }
            return in.readNBytes((int) length);
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
