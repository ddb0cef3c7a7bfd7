package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.state.HeapPieces;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Where a memory of ids is stored, and ids for it. */
final class StoredIds {
    static final long HOUR_MS = 60L * 60 * 1000;
    static final long START = 472_222 * HOUR_MS;
    static final IdMemory.OnHeap ALL = new IdMemory.OnHeap(Integer.MAX_VALUE, HOUR_MS);
    static final IdMemory.OnHeap NONE_OF_HOURS_PAST = new IdMemory.OnHeap(0, 0);

    final TreeMap<String, byte[]> pieces = new TreeMap<>();
    final TreeMap<String, byte[]> archived = new TreeMap<>();

    IdMemory memory(IdMemory.OnHeap onHeap) {
        return new IdMemory("ids/", IdMemory.REMEMBERED_MS, new HeapPieces(archived), onHeap);
    }

    static IdKey key(long n) {
        return new IdKey(~n, n * 0x9E3779B97F4A7C15L);
    }

    static KnownId.Used id(long n, long order) {
        return new KnownId.Used(key(n), 7 * n + order, order);
    }

    static KnownId.Ended end(long order, long cumQty) {
        return new KnownId.Ended(order, OrdStatus.FILLED, cumQty, 5 * order);
    }

    void write(IdMemory from, LongPredicate works) {
        PieceSink sink = new PieceSink() {
            @Override
            public void put(String piece, byte[] bytes) {
                assertThat(pieces.put(piece, bytes)).as(piece).isNull();
            }

            @Override
            public void remove(String piece) {
                assertThat(pieces.remove(piece)).as(piece).isNotNull();
            }
        };
        from.writeChanges(sink, works);
    }

    IdMemory loaded(IdMemory.OnHeap onHeap) {
        IdMemory loaded = memory(onHeap);
        Map<Long, NavigableMap<Integer, byte[]>> found = new TreeMap<>();
        pieces.descendingMap().forEach((piece, bytes) -> loaded.load(piece, bytes, found));
        loaded.loaded(found);
        return loaded;
    }

    /** What a market makes of what is found. */
    static KnownId.Used known(IdMemory memory, long n, LongPredicate works) {
        KnownId.Used id = memory.find(key(n));
        boolean counts = id != null && (id.order() == 0 || works.test(id.order()) || memory.hasEnded(id.order()));
        return counts ? id : null;
    }
}
