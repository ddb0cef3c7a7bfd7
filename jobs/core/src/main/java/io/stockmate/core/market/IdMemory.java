package io.stockmate.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which ids were used, and how their orders ended: for at least a given book time after the order ended, and as long
 * as it works. Kept in slices of an hour that are dropped whole; what must outlive its slice moves to the newest one. A
 * snapshot appends what is new as a chunk to its slice.
 */
final class IdMemory {
    private static final long HOUR_MS = 60L * 60 * 1000;

    /** A day: how long at least. */
    static final long REMEMBERED_MS = 24 * HOUR_MS;

    private final NavigableMap<Long, IdSlice> slices = new TreeMap<>();
    private final HashedRecords used = new HashedRecords(2);
    private final HashedRecords ended = new HashedRecords(1);
    private final List<String> droppedPieces = new ArrayList<>();
    private final String prefix;
    private final long rememberedHours;

    /** The slice that was added to last, still there as it is no older than the present hour. */
    private @Nullable IdSlice newest;

    private long newestHour;

    /** The hour in which old slices were looked for last. */
    private long forgotAt = Long.MIN_VALUE;

    /** @param prefix begins the names of its pieces */
    IdMemory(String prefix, long rememberedMs) {
        this.prefix = prefix;
        this.rememberedHours = rememberedMs / HOUR_MS + (rememberedMs % HOUR_MS == 0 ? 0 : 1);
    }

    KnownId.@Nullable Used find(IdKey key) {
        int record = used.find(key.high(), key.low());
        return record == HashedRecords.NONE ? null : IdSlice.used(used, record);
    }

    boolean hasEnded(long order) {
        return ended.find(order, 0) != HashedRecords.NONE;
    }

    KnownId.@Nullable Ended ended(long order) {
        int record = ended.find(order, 0);
        return record == HashedRecords.NONE ? null : IdSlice.ended(ended, record);
    }

    /** From now on this is what is known of the id, or of the order's end. */
    void add(KnownId known, long ts) {
        slice(ts).add(known);
    }

    private IdSlice slice(long ts) {
        long hour = ts / HOUR_MS;
        if (hour != newestHour || newest == null) {
            newest = slices.computeIfAbsent(hour, number -> new IdSlice(used, ended));
            newestHour = hour;
        }
        return newest;
    }

    /** Drops the slices of which every part is older than that, but for ids whose order works or ended since. */
    void forget(long ts, LongPredicate works) {
        long now = ts / HOUR_MS;
        if (now == forgotAt) {
            return;
        }
        forgotAt = now;
        while (!slices.isEmpty() && slices.firstKey() < now - rememberedHours) {
            long hour = slices.firstKey();
            IdSlice slice = slices.pollFirstEntry().getValue();
            if (slice == newest) {
                newest = null;
            }
            for (int chunk = 0; chunk < slice.chunks; chunk++) {
                droppedPieces.add(piece(hour, chunk));
            }
            List<KnownId.Used> kept = drop(slice, works);
            kept.forEach(id -> add(id, ts));
        }
    }

    private List<KnownId.Used> drop(IdSlice slice, LongPredicate works) {
        for (int place = 0; place < slice.ended.size(); place++) {
            ended.remove(slice.ended.record(place));
        }
        List<KnownId.Used> kept = new ArrayList<>();
        for (int place = 0; place < slice.used.size(); place++) {
            int record = slice.used.record(place);
            KnownId.Used id = IdSlice.used(used, record);
            if (used.remove(record) && (works.test(id.order()) || hasEnded(id.order()))) {
                kept.add(id);
            }
        }
        slice.free();
        return kept;
    }

    void writeChanges(PieceSink sink) {
        droppedPieces.forEach(sink::remove);
        droppedPieces.clear();
        slices.forEach((hour, slice) -> {
            if (slice.hasNew()) {
                sink.put(piece(hour, slice.chunks++), slice.newChunk());
            }
        });
    }

    /** Pieces may come in any order: those of one slice are put in theirs by {@link #loaded}. */
    void load(String piece, byte[] bytes, Map<Long, NavigableMap<Integer, byte[]>> found) {
        String[] parts = piece.substring(prefix.length()).split("/", -1);
        found.computeIfAbsent(Long.parseLong(parts[0]), hour -> new TreeMap<>()).put(Integer.parseInt(parts[1]), bytes);
    }

    void loaded(Map<Long, NavigableMap<Integer, byte[]>> found) {
        new TreeMap<>(found).forEach((hour, chunks) -> {
            IdSlice slice = slices.computeIfAbsent(hour, number -> new IdSlice(used, ended));
            chunks.forEach((chunk, bytes) -> slice.read(piece(hour, chunk), bytes));
            slice.chunks = chunks.lastKey() + 1;
        });
    }

    private String piece(long hour, int chunk) {
        return prefix + hour + "/" + chunk;
    }
}
