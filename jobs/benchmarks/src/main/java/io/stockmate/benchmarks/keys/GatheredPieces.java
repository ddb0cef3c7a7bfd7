package io.stockmate.benchmarks.keys;

import io.stockmate.core.state.PieceStore;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pieces of one key in memory, over those of a store: what is put is written there by {@link #flush()}. */
final class GatheredPieces implements PieceStore {
    private final PieceStore beneath;
    private final TreeMap<String, byte[]> changed = new TreeMap<>();

    GatheredPieces(PieceStore beneath) {
        this.beneath = beneath;
    }

    @Override
    public byte @Nullable [] get(String name) {
        byte[] piece = changed.get(name);
        return piece == null ? beneath.get(name) : piece;
    }

    @Override
    public void put(String name, byte[] bytes) {
        changed.put(name, bytes);
    }

    @Override
    public void remove(String name) {
        changed.remove(name);
        beneath.remove(name);
    }

    @Override
    public SortedSet<String> names(String prefix) {
        SortedSet<String> names = new TreeSet<>(beneath.names(prefix));
        changed.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
        return names;
    }

    void flush() {
        for (Map.Entry<String, byte[]> piece : changed.entrySet()) {
            beneath.put(piece.getKey(), piece.getValue());
        }
        changed.clear();
    }
}
