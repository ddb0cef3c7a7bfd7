package io.stockmate.core.market;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** For markets that live only as long as their process. */
final class HeapArchive implements Archive {
    private final Map<String, byte[]> pieces = new TreeMap<>();

    @Override
    public byte @Nullable [] get(String piece) {
        return pieces.get(piece);
    }

    @Override
    public void put(String piece, byte[] bytes) {
        pieces.put(piece, bytes);
    }

    @Override
    public void removeAll(String prefix) {
        pieces.keySet().removeIf(piece -> piece.startsWith(prefix));
    }
}
