package io.stockmate.core.market;

import io.stockmate.core.state.PieceStore;
import io.stockmate.core.state.SplitMix64;
import io.stockmate.core.state.UnreadableState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of a {@link RecordLog} that was taken off the heap: in pieces of an archive by a hash of their keys, each
 * a version and then its records as they came, four numbers each, little-endian. The heap has a {@link KeyFilter}, so
 * that what is not among them is seldom looked for in the archive.
 */
final class SealedRecords {
    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 1;
    private static final int RECORD_BYTES = HashedRecords.WIDTH * Long.BYTES;
    private static final int RECORDS_OF_A_PIECE = 64;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final PieceStore archive;
    private final String prefix;
    private final int keys;
    private final int count;
    private final KeyFilter filter;
    private boolean leaving;

    /**
     * @param prefix begins the names of their pieces
     * @param keys how many numbers of a record are its key, 1 or 2
     */
    SealedRecords(PieceStore archive, String prefix, int keys, int count, KeyFilter filter) {
        this.archive = archive;
        this.prefix = prefix;
        this.keys = keys;
        this.count = count;
        this.filter = filter;
    }

    /** Writes the records of a log to the archive. */
    static SealedRecords of(RecordLog log, PieceStore archive, String prefix, int keys) {
        int count = log.size();
        KeyFilter filter = new KeyFilter(count);
        SealedRecords sealed = new SealedRecords(archive, prefix, keys, count, filter);
        int[] ends = new int[sealed.pieces() + 1];
        for (int place = 0; place < count; place++) {
            long hash = SplitMix64.mix(log.at(place, 0));
            filter.add(hash);
            ends[sealed.piece(hash) + 1]++;
        }
        for (int piece = 0; piece < sealed.pieces(); piece++) {
            ends[piece + 1] += ends[piece];
        }
        int[] places = new int[count];
        for (int place = 0; place < count; place++) {
            places[ends[sealed.piece(SplitMix64.mix(log.at(place, 0)))]++] = place;
        }
        for (int piece = 0, from = 0; piece < sealed.pieces(); from = ends[piece++]) {
            sealed.write(piece, log, places, from, ends[piece]);
        }
        return sealed;
    }

    private void write(int piece, RecordLog log, int[] places, int from, int to) {
        ByteBuffer bytes =
                ByteBuffer.allocate(HEADER_BYTES + (to - from) * RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(VERSION);
        for (int i = from; i < to; i++) {
            for (int column = 0; column < HashedRecords.WIDTH; column++) {
                bytes.putLong(log.at(places[i], column));
            }
        }
        archive.put(prefix + piece, bytes.array());
    }

    int count() {
        return count;
    }

    KeyFilter filter() {
        return filter;
    }

    /** The four numbers of the newest record of this key; null where there is none. */
    long @Nullable [] find(long first, long second) {
        long hash = SplitMix64.mix(first);
        if (!filter.mayHold(hash)) {
            return null;
        }
        ByteBuffer records = records(piece(hash));
        int newest = newest(records, first, second);
        return newest < 0 ? null : record(records, newest);
    }

    /** From now on pieces may be missing. */
    void leave() {
        leaving = true;
    }

    /** Shows the records of a piece; those of one key in the order in which they came. */
    void forEach(int piece, Consumer<long[]> consumer) {
        ByteBuffer records = records(piece);
        for (int at = 0; at < records.limit(); at += RECORD_BYTES) {
            consumer.accept(record(records, at));
        }
    }

    /** Takes a piece out of the archive. */
    void remove(int piece) {
        archive.remove(prefix + piece);
    }

    private ByteBuffer records(int piece) {
        String name = prefix + piece;
        byte[] bytes = archive.get(name);
        if (bytes == null && leaving) {
            return NOTHING;
        }
        return UnreadableState.orThrow(name, () -> records(name, bytes));
    }

    private static ByteBuffer records(String name, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableState("piece " + name + " is missing");
        }
        Pieces.requireVersion(name, bytes[0], VERSION);
        if ((bytes.length - HEADER_BYTES) % RECORD_BYTES != 0) {
            throw new UnreadableState("piece " + name + " has " + bytes.length + " bytes, which are no whole records");
        }
        return ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private int newest(ByteBuffer records, long first, long second) {
        int at = records.limit() - RECORD_BYTES;
        while (at >= 0 && (records.getLong(at) != first || keys == 2 && records.getLong(at + Long.BYTES) != second)) {
            at -= RECORD_BYTES;
        }
        return at;
    }

    private static long[] record(ByteBuffer records, int at) {
        long[] numbers = new long[HashedRecords.WIDTH];
        for (int column = 0; column < HashedRecords.WIDTH; column++) {
            numbers[column] = records.getLong(at + column * Long.BYTES);
        }
        return numbers;
    }

    /** How many pieces there are: none, or a power of two, so that a piece has 64 to 128 records on average. */
    int pieces() {
        return count == 0 ? 0 : Integer.highestOneBit(Math.max(1, count / RECORDS_OF_A_PIECE));
    }

    private int piece(long hash) {
        return (int) hash & pieces() - 1;
    }
}
