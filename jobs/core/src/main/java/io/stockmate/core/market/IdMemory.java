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

    private static final class Slice {
        final List<KnownId> known = new ArrayList<>();
        int written;
        int chunks;
    }

    private final NavigableMap<Long, Slice> slices = new TreeMap<>();
    private final HashedTable<KnownId.Used> used = new HashedTable<>();
    private final HashedTable<KnownId.Ended> ended = new HashedTable<>();
    private final List<String> droppedPieces = new ArrayList<>();
    private final String prefix;
    private final long rememberedHours;

    /** The slice that was added to last, still there as it is no older than the present hour. */
    private @Nullable Slice newest;

    private long newestHour;

    /** @param prefix begins the names of its pieces */
    IdMemory(String prefix, long rememberedMs) {
        this.prefix = prefix;
        this.rememberedHours = rememberedMs / HOUR_MS + (rememberedMs % HOUR_MS == 0 ? 0 : 1);
    }

    KnownId.@Nullable Used find(IdKey key) {
        int place = place(key);
        return place == HashedTable.NONE ? null : used.at(place);
    }

    KnownId.@Nullable Ended ended(long order) {
        int place = ended.first(order);
        return place == HashedTable.NONE ? null : ended.at(place);
    }

    private int place(IdKey key) {
        int place = used.first(key.low());
        while (place != HashedTable.NONE && used.at(place).key().high() != key.high()) {
            place = used.next(place, key.low());
        }
        return place;
    }

    void add(KnownId known, long ts) {
        long hour = ts / HOUR_MS;
        if (hour != newestHour || newest == null) {
            newest = slices.computeIfAbsent(hour, number -> new Slice());
            newestHour = hour;
        }
        newest.known.add(known);
        index(known);
    }

    private void index(KnownId known) {
        if (known instanceof KnownId.Used id) {
            used.put(place(id.key()), id.key().low(), id);
        } else if (known instanceof KnownId.Ended end) {
            ended.put(ended.first(end.order()), end.order(), end);
        }
    }

    /** Drops the slices of which every part is older than that, but for ids whose order works or ended since. */
    void forget(long ts, LongPredicate works) {
        long oldest = ts / HOUR_MS - rememberedHours;
        while (!slices.isEmpty() && slices.firstKey() < oldest) {
            long hour = slices.firstKey();
            Slice slice = slices.pollFirstEntry().getValue();
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

    private List<KnownId.Used> drop(Slice slice, LongPredicate works) {
        for (KnownId known : slice.known) {
            if (known instanceof KnownId.Ended end) {
                int place = ended.first(end.order());
                if (place != HashedTable.NONE && ended.at(place) == end) {
                    ended.removeAt(place);
                }
            }
        }
        List<KnownId.Used> kept = new ArrayList<>();
        for (KnownId known : slice.known) {
            if (known instanceof KnownId.Used id && find(id.key()) == id) {
                if (works.test(id.order()) || ended(id.order()) != null) {
                    kept.add(id);
                } else {
                    used.removeAt(place(id.key()));
                }
            }
        }
        return kept;
    }

    void writeChanges(PieceSink sink) {
        droppedPieces.forEach(sink::remove);
        droppedPieces.clear();
        slices.forEach((hour, slice) -> {
            if (slice.written < slice.known.size()) {
                sink.put(
                        piece(hour, slice.chunks++), Pieces.of(slice.known.subList(slice.written, slice.known.size())));
                slice.written = slice.known.size();
            }
        });
    }

    /** Pieces may come in any order: those of one slice are put in theirs by {@link #loaded}. */
    void load(String piece, byte[] bytes, Map<Long, NavigableMap<Integer, List<KnownId>>> found) {
        String[] parts = piece.substring(prefix.length()).split("/", -1);
        found.computeIfAbsent(Long.parseLong(parts[0]), hour -> new TreeMap<>())
                .put(Integer.parseInt(parts[1]), Pieces.read(piece, bytes, KnownId::read));
    }

    void loaded(Map<Long, NavigableMap<Integer, List<KnownId>>> found) {
        new TreeMap<>(found).forEach((hour, chunks) -> {
            Slice slice = slices.computeIfAbsent(hour, number -> new Slice());
            chunks.values().forEach(chunk -> {
                slice.known.addAll(chunk);
                chunk.forEach(this::index);
            });
            slice.chunks = chunks.lastKey() + 1;
            slice.written = slice.known.size();
        });
    }

    private String piece(long hour, int chunk) {
        return prefix + hour + "/" + chunk;
    }
}
