package io.stockmate.pipelines.matching;

import io.stockmate.core.state.PieceStore;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The pieces of one key, whichever key is current when they are asked for. */
final class SelectedPieces implements PieceStore {
    private final PieceStore pieces;
    private final Runnable select;

    SelectedPieces(PieceStore pieces, Runnable select) {
        this.pieces = pieces;
        this.select = select;
    }

    @Override
    public byte @Nullable [] get(String name) {
        select.run();
        return pieces.get(name);
    }

    @Override
    public void put(String name, byte[] bytes) {
        select.run();
        pieces.put(name, bytes);
    }

    @Override
    public void remove(String name) {
        select.run();
        pieces.remove(name);
    }

    @Override
    public SortedSet<String> names(String prefix) {
        select.run();
        return pieces.names(prefix);
    }
}
