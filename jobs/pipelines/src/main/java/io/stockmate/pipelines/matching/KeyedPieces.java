package io.stockmate.pipelines.matching;

import io.stockmate.core.market.PieceSink;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.util.FlinkRuntimeException;

/** The pieces of the market of the current key, in keyed state. */
final class KeyedPieces implements PieceSink {
    /** Part of every savepoint: never changed. */
    static final String STATE_NAME = "market-pieces";

    private final MapState<String, byte[]> state;

    KeyedPieces(MapState<String, byte[]> state) {
        this.state = state;
    }

    static MapStateDescriptor<String, byte[]> descriptor() {
        return new MapStateDescriptor<>(STATE_NAME, StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);
    }

    Iterable<Map.Entry<String, byte[]>> all() throws Exception {
        return state.entries();
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
