package io.stockmate.core.market;

import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.BytesInput;
import io.stockmate.core.message.BytesOutput;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.state.UnreadableState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bytes of a piece of state: a version, a count, and that many described things. */
final class Pieces {
    static final String HEAD = "head";
    static final String ORDERS = "orders/";
    static final String STOCK = "stock/";
    static final String IDS = "ids/";
    static final String BOOKED_IDS = "booked-ids/";

    /** Which slices of trades there are. */
    static final String TRADE_SLICES = "trades";

    /** Begins the names of the pieces in the archive. */
    static final String TRADES = "trades/";

    private static final int VERSION = 1;
    private static final int COUNT_AT = 1;
    private static final int HEADER_BYTES = COUNT_AT + Integer.BYTES;

    private Pieces() {}

    static byte[] of(List<? extends Described> things) {
        BytesOutput out = new BytesOutput(64 + 96 * things.size());
        out.writeByte(VERSION);
        out.writeInt(things.size());
        BinarySink sink = new BinarySink(out);
        for (Described thing : things) {
            thing.write(sink);
            sink.end();
        }
        return out.toByteArray();
    }

    /** The piece with more things behind those it has; {@code before} is null where there is none yet. */
    static byte[] append(String piece, byte @Nullable [] before, List<? extends Described> things) {
        byte[] added = of(things);
        if (before == null) {
            return added;
        }
        requireVersion(piece, before[0], VERSION);
        ByteBuffer whole = ByteBuffer.allocate(before.length + added.length - HEADER_BYTES);
        whole.put(before).put(added, HEADER_BYTES, added.length - HEADER_BYTES);
        whole.putInt(COUNT_AT, whole.getInt(COUNT_AT) + things.size());
        return whole.array();
    }

    /** Refuses a piece of another version than the newest that this program knows. */
    static void requireVersion(String piece, int version, int newest) {
        if (version != newest) {
            throw new UnreadableState("piece " + piece + " has version " + version + "; this program reads version "
                    + newest + ": start it with the state of an older savepoint");
        }
    }

    /** @throws UnreadableState where the bytes are none of {@link #of} */
    static <T> List<T> read(String piece, byte[] bytes, Function<FieldSource, T> read) {
        return UnreadableState.orThrow(piece, () -> {
            BytesInput in = new BytesInput(bytes);
            requireVersion(piece, in.readUnsignedByte(), VERSION);
            int count = in.readInt();
            if (count < 0 || count > bytes.length) {
                throw new IOException(count + " things in " + bytes.length + " bytes");
            }
            List<T> things = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                things.add(BinarySource.read(read, in));
            }
            return things;
        });
    }
}
