package io.stockmate.core.market;

import io.stockmate.core.state.PieceStore;
import io.stockmate.core.state.UnreadableState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@link IdSlice} whose ids and ends are in an archive. The piece that tells of it holds a version, and of both how
 * many there are and their {@link KeyFilter}, little-endian.
 */
final class SealedSlice {
    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 1 + 2 * Integer.BYTES;

    /** So that no call of {@link #removeSome} takes long, and a few are enough. */
    private static final int PIECES_AT_ONCE_MIN = 1_024;

    private static final int STEPS = 16;

    private final long hour;
    private final SealedRecords used;
    private final SealedRecords ended;

    /** How many pieces, of ids and of ends, were taken out. */
    private int removed;

    private SealedSlice(long hour, SealedRecords used, SealedRecords ended) {
        this.hour = hour;
        this.used = used;
        this.ended = ended;
    }

    /**
     * Writes a slice to the archive.
     *
     * @param prefix begins the names of its pieces there
     */
    static SealedSlice of(long hour, IdSlice slice, PieceStore archive, String prefix) {
        return new SealedSlice(
                hour,
                SealedRecords.of(slice.used, archive, prefix + "used/", IdSlice.USED_KEYS),
                SealedRecords.of(slice.ended, archive, prefix + "ended/", IdSlice.ENDED_KEYS));
    }

    /** @throws UnreadableState where the bytes are none of {@link #toPiece} */
    static SealedSlice read(long hour, String piece, byte[] bytes, PieceStore archive, String prefix) {
        Pieces.requireVersion(piece, bytes[0], VERSION);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(1);
        SealedRecords used = records(piece, in, archive, prefix + "used/", IdSlice.USED_KEYS);
        SealedRecords ended = records(piece, in, archive, prefix + "ended/", IdSlice.ENDED_KEYS);
        if (in.hasRemaining()) {
            throw new UnreadableState("piece " + piece + " has " + bytes.length + " bytes, which is not what "
                    + used.count() + " ids and " + ended.count() + " ends take");
        }
        return new SealedSlice(hour, used, ended);
    }

    private static SealedRecords records(String piece, ByteBuffer in, PieceStore archive, String prefix, int keys) {
        int count = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (count < 0 || KeyFilter.bytes(count) > in.remaining()) {
            throw new UnreadableState("piece " + piece + " is cut off");
        }
        return new SealedRecords(archive, prefix, keys, count, KeyFilter.read(in, count));
    }

    long hour() {
        return hour;
    }

    byte[] toPiece() {
        long filters = KeyFilter.bytes(used.count()) + KeyFilter.bytes(ended.count());
        ByteBuffer out =
                ByteBuffer.allocate(Math.toIntExact(HEADER_BYTES + filters)).order(ByteOrder.LITTLE_ENDIAN);
        out.put(VERSION);
        out.putInt(used.count());
        used.filter().write(out);
        out.putInt(ended.count());
        ended.filter().write(out);
        return out.array();
    }

    KnownId.@Nullable Used used(IdKey key) {
        long[] numbers = used.find(key.high(), key.low());
        return numbers == null ? null : IdSlice.used(numbers);
    }

    KnownId.@Nullable Ended ended(long order) {
        long[] numbers = ended.find(order, 0);
        return numbers == null ? null : IdSlice.ended(numbers);
    }

    /** From now on pieces may be missing. */
    void leave() {
        used.leave();
        ended.leave();
    }

    /** Takes some of its pieces out of the archive, after it has shown the ids that were used in them. */
    void removeSome(Consumer<KnownId.Used> ids) {
        remove(ids, Math.max(PIECES_AT_ONCE_MIN, pieces() / STEPS));
    }

    /** The same with all of them. */
    void removeAll(Consumer<KnownId.Used> ids) {
        remove(ids, pieces());
    }

    /** Whether all of its pieces have been taken out. */
    boolean isEmpty() {
        return removed == pieces();
    }

    private int pieces() {
        return Math.max(used.pieces(), ended.pieces());
    }

    private void remove(Consumer<KnownId.Used> ids, int pieces) {
        int until = Math.min(pieces(), removed + pieces);
        for (; removed < until; removed++) {
            if (removed < used.pieces()) {
                used.forEach(removed, numbers -> ids.accept(IdSlice.used(numbers)));
                used.remove(removed);
            }
            if (removed < ended.pieces()) {
                ended.remove(removed);
            }
        }
    }
}
