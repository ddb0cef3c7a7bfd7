package io.stockmate.pipelines.matching;

import io.stockmate.core.market.Archive;
import java.util.Iterator;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The archive of the market of the current key, in keyed state. */
final class KeyedArchive implements Archive {
    private final MapState<String, byte[]> pieces;

    KeyedArchive(MapState<String, byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public byte @Nullable [] get(String piece) {
        try {
            return pieces.get(piece);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot read piece " + piece + " of keyed state", failure);
        }
    }

    @Override
    public void put(String piece, byte[] bytes) {
        try {
            pieces.put(piece, bytes);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot write piece " + piece + " to keyed state", failure);
        }
    }

    @Override
    public void removeAll(String prefix) {
        try {
            for (Iterator<String> names = pieces.keys().iterator(); names.hasNext(); ) {
                if (names.next().startsWith(prefix)) {
                    names.remove();
                }
            }
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot remove pieces " + prefix + "* from keyed state", failure);
        }
    }
}
