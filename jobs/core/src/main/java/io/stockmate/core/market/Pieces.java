package io.stockmate.core.market;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The bytes of a piece of state: a version, a count, and that many described things. */
final class Pieces {
    static final String HEAD = "head";
    static final String ORDERS = "orders/";
    static final String STOCK = "stock/";
    static final String IDS = "ids/";

    private static final int VERSION = 1;

    private Pieces() {}

    static byte[] of(List<? extends Described> things) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 96 * things.size());
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            out.writeInt(things.size());
            for (Described thing : things) {
                BinarySink.write(thing, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static <T> List<T> read(String piece, byte[] bytes, Function<FieldSource, T> read) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException(
                        "piece " + piece + " has version " + version + "; this program reads version " + VERSION
                                + ": start it with the state of an older savepoint");
            }
            int count = in.readInt();
            List<T> things = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                things.add(BinarySource.read(read, in));
            }
            return things;
        } catch (IOException broken) {
            throw new UncheckedIOException("piece " + piece + " cannot be read", broken);
        }
    }
}
