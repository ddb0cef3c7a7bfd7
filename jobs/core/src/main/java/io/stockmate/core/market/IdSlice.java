package io.stockmate.core.market;

import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.state.UnreadableState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * What came to an {@link IdMemory} in one hour. Its pieces are chunks, each with what is new since the one before: a
 * version, how many ids and how many ends, and then the four numbers of each, little-endian.
 */
final class IdSlice {
    /** How many of an id's numbers are its key, and of an end's. */
    static final int USED_KEYS = 2;

    static final int ENDED_KEYS = 1;

    private static final byte VERSION = 2;

    /** Whose records lie one by one as {@link KnownId} describes them. */
    private static final byte VERSION_DESCRIBED = 1;

    private static final int HEADER_BYTES = 1 + 2 * Integer.BYTES;
    private static final int RECORD_BYTES = HashedRecords.WIDTH * Long.BYTES;

    private static final OrdStatus[] STATUSES = OrdStatus.values();

    /** The two halves of the key, content hash, order. */
    final RecordLog used;

    /** Order, ordStatus, cumQty, notional. */
    final RecordLog ended;

    /** How many pieces it has. */
    int chunks;

    private int writtenUsed;
    private int writtenEnded;

    IdSlice(HashedRecords used, HashedRecords ended) {
        this.used = new RecordLog(used);
        this.ended = new RecordLog(ended);
    }

    static KnownId.Used used(HashedRecords records, int record) {
        IdKey key = new IdKey(records.at(record, 0), records.at(record, 1));
        return new KnownId.Used(key, records.at(record, 2), records.at(record, 3));
    }

    static KnownId.Ended ended(HashedRecords records, int record) {
        OrdStatus ordStatus = STATUSES[(int) records.at(record, 1)];
        return new KnownId.Ended(records.at(record, 0), ordStatus, records.at(record, 2), records.at(record, 3));
    }

    static KnownId.Used used(long[] numbers) {
        return new KnownId.Used(new IdKey(numbers[0], numbers[1]), numbers[2], numbers[3]);
    }

    /** @throws UnreadableState where the order ended in no known status */
    static KnownId.Ended ended(long[] numbers) {
        if (numbers[1] < 0 || numbers[1] >= STATUSES.length) {
            throw new UnreadableState("the archive tells that order " + numbers[0] + " ended in no known status");
        }
        return new KnownId.Ended(numbers[0], STATUSES[(int) numbers[1]], numbers[2], numbers[3]);
    }

    void add(KnownId known) {
        if (known instanceof KnownId.Used id) {
            used.add(id.key().high(), id.key().low(), id.contentHash(), id.order());
        } else if (known instanceof KnownId.Ended end) {
            ended.add(end.order(), end.ordStatus().ordinal(), end.cumQty(), end.notional());
        }
    }

    int size() {
        return used.size() + ended.size();
    }

    boolean hasNew() {
        return writtenUsed < used.size() || writtenEnded < ended.size();
    }

    /** What is new since the last call, as a chunk. */
    byte[] newChunk() {
        int ids = used.size() - writtenUsed;
        int ends = ended.size() - writtenEnded;
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.addExact(HEADER_BYTES, Math.multiplyExact(ids + ends, RECORD_BYTES)))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(VERSION).putInt(ids).putInt(ends);
        LongBuffer numbers = bytes.asLongBuffer();
        used.write(writtenUsed, numbers);
        ended.write(writtenEnded, numbers);
        written();
        return bytes.array();
    }

    /** Adds what a chunk holds. */
    void read(String piece, byte[] chunk) {
        if (chunk[0] == VERSION_DESCRIBED) {
            Pieces.read(piece, chunk, KnownId::read).forEach(this::add);
        } else {
            Pieces.requireVersion(piece, chunk[0], VERSION);
            ByteBuffer bytes =
                    ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).position(1);
            int ids = bytes.getInt();
            int ends = bytes.getInt();
            if (ids < 0 || ends < 0 || chunk.length != HEADER_BYTES + (ids + (long) ends) * RECORD_BYTES) {
                throw new UnreadableState("piece " + piece + " has " + chunk.length + " bytes, which is not what " + ids
                        + " ids and " + ends + " ends take");
            }
            LongBuffer numbers = bytes.asLongBuffer();
            used.read(numbers, ids);
            ended.read(numbers, ends);
            requireStatuses(piece);
        }
        written();
    }

    private void requireStatuses(String piece) {
        for (int place = writtenEnded; place < ended.size(); place++) {
            if (!ended.hasAt(place, 1, STATUSES.length)) {
                throw new UnreadableState("piece " + piece + " tells of an order that ended in no known status");
            }
        }
    }

    private void written() {
        writtenUsed = used.size();
        writtenEnded = ended.size();
    }

    /** Gives back its room, once no key leads to it any more. */
    void free() {
        used.free();
        ended.free();
    }
}
