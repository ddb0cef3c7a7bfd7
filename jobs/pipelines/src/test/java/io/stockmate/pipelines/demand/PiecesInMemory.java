package io.stockmate.pipelines.demand;

import io.stockmate.core.state.PieceStore;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pieces of one symbol, in a map. */
final class PiecesInMemory implements PieceStore {
    private final TreeMap<String, byte[]> pieces = new TreeMap<>();

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
        SortedSet<String> names = new TreeSet<>();
        pieces.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
        return names;
    }
}
