package io.stockmate.pipelines.matching;

import io.stockmate.core.market.PieceSink;
import io.stockmate.core.state.PieceStore;
import io.stockmate.pipelines.runtime.KeyedPieceStore;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The pieces of the market of the current key, in keyed state. What belongs to its archive has a state of its own, so
 * that loading a market does not read it.
 */
final class KeyedPieces implements PieceSink {
    /** Part of every savepoint, as the other one: never changed. */
    static final String STATE_NAME = "market-pieces";

    static final String ARCHIVE_NAME = "market-archive";

    private final MapState<String, byte[]> state;
    private final MapState<String, byte[]> archive;

    KeyedPieces(MapState<String, byte[]> state, MapState<String, byte[]> archive) {
        this.state = state;
        this.archive = archive;
    }

    static KeyedPieces of(KeyedStateStore store) {
        return new KeyedPieces(store.getMapState(descriptor(STATE_NAME)), store.getMapState(descriptor(ARCHIVE_NAME)));
    }

    private static MapStateDescriptor<String, byte[]> descriptor(String name) {
        return new MapStateDescriptor<>(name, StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);
    }

    Iterable<Map.Entry<String, byte[]>> all() throws Exception {
        return state.entries();
    }

    /** @param select makes the key current whose archive it is */
    PieceStore archive(Runnable select) {
        return new SelectedPieces(KeyedPieceStore.of(archive), select);
    }

    @Override
    public void put(String piece, byte[] bytes) {
        try {
            state.put(piece, bytes);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot write piece " + piece + " to keyed state", failure);
        }
    }

    @Override
    public void remove(String piece) {
        try {
            state.remove(piece);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot remove piece " + piece + " from keyed state", failure);
        }
    }
}
