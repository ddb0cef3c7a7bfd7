package io.stockmate.core.state;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pieces in a map, for state that lives only as long as its process. */
public final class HeapPieces implements PieceStore {
    private final Map<String, byte[]> pieces;

    public HeapPieces() {
        this(new TreeMap<>());
    }

    /** @param pieces by name; shared with whoever gave it */
    public HeapPieces(Map<String, byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public byte @Nullable [] get(String name) {
        return pieces.get(name);
    }

    @Override
    public void put(String name, byte[] bytes) {
        pieces.put(name, bytes);
    }

    @Override
    public void remove(String name) {
        pieces.remove(name);
    }

    @Override
    public SortedSet<String> names(String prefix) {
        SortedSet<String> names = new TreeSet<>(pieces.keySet());
        names.removeIf(name -> !name.startsWith(prefix));
        return names;
    }
}
