package io.stockmate.core.market;

import io.stockmate.core.state.PieceStore;
import io.stockmate.core.state.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which ids were used, and how their orders ended: for at least a given book time after the order ended, and as long
 * as it works. Kept in slices of an hour that are dropped whole; what must outlive its slice moves to the newest one. A
 * snapshot appends what is new as a chunk to its slice, and where much is remembered of hours past, it moves the oldest
 * slice from the heap to an archive. Nothing but memory depends on when that is done.
 */
final class IdMemory {
    private static final long HOUR_MS = 60L * 60 * 1000;

    /** A day: how long at least. */
    static final long REMEMBERED_MS = 24 * HOUR_MS;

    private final NavigableMap<Long, IdSlice> slices = new TreeMap<>();
    private final HashedRecords used = new HashedRecords(IdSlice.USED_KEYS);
    private final HashedRecords ended = new HashedRecords(IdSlice.ENDED_KEYS);
    private final SealedIds sealed;
    private final List<String> droppedPieces = new ArrayList<>();
    private final String prefix;
    private final long rememberedHours;
    private final OnHeap onHeap;

    /** The slice that was added to last, still there as it is no older than the present hour. */
    private @Nullable IdSlice newest;

    private long newestHour;

    /** The hour in which old slices were looked for last. */
    private long forgotAt = Long.MIN_VALUE;

    /** Book time of the last command. */
    private long now;

    /**
     * What stays on the heap whatever its age.
     *
     * @param records as many as these of hours past
     * @param graceMs how long after its hour a slice stays; best not the same for all symbols, so that they do not all
     *     move one in the same snapshot
     */
    record OnHeap(int records, long graceMs) {
        private static final int RECORDS = 4_096;

        /** For a symbol. */
        static OnHeap of(String symbol) {
            return new OnHeap(RECORDS, HOUR_MS + Math.floorMod(SplitMix64.mix(symbol.hashCode()), HOUR_MS));
        }
    }

    /**
     * @param prefix begins the names of its pieces
     * @param archive for what is not kept on the heap; written to within {@link #writeChanges} only
     */
    IdMemory(String prefix, long rememberedMs, PieceStore archive, OnHeap onHeap) {
        this.prefix = prefix;
        this.rememberedHours = rememberedMs / HOUR_MS + (rememberedMs % HOUR_MS == 0 ? 0 : 1);
        this.sealed = new SealedIds(archive, prefix);
        this.onHeap = onHeap;
    }

    KnownId.@Nullable Used find(IdKey key) {
        int record = used.find(key.high(), key.low());
        return record == HashedRecords.NONE ? sealed.find(key) : IdSlice.used(used, record);
    }

    boolean hasEnded(long order) {
        return ended.find(order, 0) != HashedRecords.NONE || sealed.ended(order) != null;
    }

    KnownId.@Nullable Ended ended(long order) {
        int record = ended.find(order, 0);
        return record == HashedRecords.NONE ? sealed.ended(order) : IdSlice.ended(ended, record);
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
        now = ts;
        long hour = ts / HOUR_MS;
        if (hour == forgotAt) {
            return;
        }
        forgotAt = hour;
        sealed.forgetBefore(hour - rememberedHours);
        while (!slices.isEmpty() && slices.firstKey() < hour - rememberedHours) {
            IdSlice slice = takeOldest(droppedPieces::add);
            List<KnownId.Used> kept = drop(slice, works);
            kept.forEach(id -> add(id, ts));
        }
    }

    private IdSlice takeOldest(Consumer<String> pieces) {
        long hour = slices.firstKey();
        IdSlice slice = slices.pollFirstEntry().getValue();
        if (slice == newest) {
            newest = null;
        }
        for (int chunk = 0; chunk < slice.chunks; chunk++) {
            pieces.accept(piece(hour, chunk));
        }
        return slice;
    }

    private List<KnownId.Used> drop(IdSlice slice, LongPredicate works) {
        List<KnownId.Used> kept = new ArrayList<>();
        unindex(slice, id -> {
            if (isNeeded(id, works)) {
                kept.add(id);
            }
        });
        return kept;
    }

    private boolean isNeeded(KnownId.Used id, LongPredicate works) {
        return id.order() != 0 && (works.test(id.order()) || hasEnded(id.order()));
    }

    /** Takes a slice off the heap, and shows what each id meant that was last used in it. */
    private void unindex(IdSlice slice, Consumer<KnownId.Used> lastUsed) {
        for (int place = 0; place < slice.ended.size(); place++) {
            ended.remove(slice.ended.record(place));
        }
        for (int place = 0; place < slice.used.size(); place++) {
            int record = slice.used.record(place);
            if (used.remove(record)) {
                lastUsed.accept(IdSlice.used(used, record));
            }
        }
        slice.free();
    }

    void writeChanges(PieceSink sink, LongPredicate works) {
        droppedPieces.forEach(sink::remove);
        droppedPieces.clear();
        sealed.writeChanges(sink, id -> {
            if (isNeeded(id, works)) {
                add(id, now);
            }
        });
        sealOldest(sink);
        slices.forEach((hour, slice) -> {
            if (slice.hasNew()) {
                sink.put(piece(hour, slice.chunks++), slice.newChunk());
            }
        });
    }

    /**
     * Moves the oldest slices, so that all on the heap are newer than the sealed: one at a time as a rule, as it takes a
     * while, and more where snapshots are rare.
     */
    private void sealOldest(PieceSink sink) {
        NavigableMap<Long, IdSlice> past = slices.headMap((now - onHeap.graceMs()) / HOUR_MS, false);
        long records = past.values().stream().mapToLong(IdSlice::size).sum();
        for (int due = (past.size() + 3) / 4; due > 0 && records > onHeap.records(); due--) {
            long hour = past.firstKey();
            IdSlice slice = takeOldest(sink::remove);
            records -= slice.size();
            sealed.seal(hour, slice, sink);
            unindex(slice, id -> {});
        }
    }

    /** Pieces may come in any order: those of one slice are put in theirs by {@link #loaded}. */
    void load(String piece, byte[] bytes, Map<Long, NavigableMap<Integer, byte[]>> found) {
        String[] parts = piece.substring(prefix.length()).split("/", -1);
        if (SealedIds.isPiece(piece)) {
            sealed.load(Long.parseLong(parts[0]), piece, bytes);
            return;
        }
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
