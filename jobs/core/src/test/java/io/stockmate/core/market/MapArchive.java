package io.stockmate.core.market;

import java.util.Map;

/** An archive that a test can look into. */
record MapArchive(Map<String, byte[]> pieces) implements Archive {
    @Override
    public byte[] get(String piece) {
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
