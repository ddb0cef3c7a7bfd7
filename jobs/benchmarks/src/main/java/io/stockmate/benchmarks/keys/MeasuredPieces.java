package io.stockmate.benchmarks.keys;

import io.stockmate.core.state.PieceStore;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store that knows how many bytes the pieces have that were put last. */
final class MeasuredPieces implements PieceStore {
    private final PieceStore pieces;
    private final TreeMap<String, Integer> lengths = new TreeMap<>();

    MeasuredPieces(PieceStore pieces) {
        this.pieces = pieces;
    }

    /** Bytes of names and contents of what was put since {@link #forget()}. */
    int bytes() {
        int bytes = 0;
        for (var each : lengths.entrySet()) {
            bytes += each.getKey().length() + each.getValue();
        }
        return bytes;
    }

    void forget() {
        lengths.clear();
    }

    @Override
    public byte @Nullable [] get(String name) {
        return pieces.get(name);
    }

    @Override
    public void put(String name, byte[] bytes) {
        lengths.put(name, bytes.length);
        pieces.put(name, bytes);
    }

    @Override
    public void remove(String name) {
        lengths.remove(name);
        pieces.remove(name);
    }

    @Override
    public SortedSet<String> names(String prefix) {
        return pieces.names(prefix);
    }
}
