package io.stockmate.core.ledger;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.state.PieceStore;
import io.stockmate.core.state.UnreadableState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pieces of a symbol's books: each a version and one described thing. */
final class Pieces {
    static final String HEAD = "head";
    static final String ACCOUNT = "account/";
    static final String TRADE = "trade/";

    /** Money due: {@code unsettled/DAY/CURRENCY/ACCOUNT}. */
    static final String UNSETTLED = "unsettled/";

    /** Which of those there are for a day. */
    static final String DUE = "due/";

    /** Accounts with usage in the open hour. */
    static final String ACTIVE = "active";

    private static final int VERSION = 1;

    private final PieceStore store;

    Pieces(PieceStore store) {
        this.store = store;
    }

    /** @throws UnreadableState where the bytes are none of {@link #put}; null where there is no such piece */
    <T> @Nullable T get(String name, Function<FieldSource, T> read) {
        byte[] bytes = store.get(name);
        if (bytes == null) {
            return null;
        }
        return UnreadableState.orThrow(name + " of the books", () -> {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new UnreadableState("piece " + name + " of the books has version " + version
                        + "; this program reads version " + VERSION + ": restore it with the program that wrote it");
            }
            return BinarySource.read(read, in);
        });
    }

    void put(String name, Described thing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            BinarySink.write(thing, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        store.put(name, bytes.toByteArray());
    }

    void remove(String name) {
        store.remove(name);
    }
}
