package io.stockmate.pipelines.runtime;

import io.stockmate.core.state.PieceStore;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The pieces of the current key, read and written as the keyed state has them: nothing stays on the heap. */
public final class KeyedPieceStore implements PieceStore {
    private final MapState<String, byte[]> pieces;

    private KeyedPieceStore(MapState<String, byte[]> pieces) {
        this.pieces = pieces;
    }

    /** @param stateName part of every savepoint: never changed */
    public static KeyedPieceStore of(KeyedStateStore store, String stateName) {
        return new KeyedPieceStore(store.getMapState(
                new MapStateDescriptor<>(stateName, StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE)));
    }

    public static KeyedPieceStore of(MapState<String, byte[]> pieces) {
        return new KeyedPieceStore(pieces);
    }

    @Override
    public byte @Nullable [] get(String name) {
        try {
            return pieces.get(name);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot read piece " + name + " of keyed state", failure);
        }
    }

    @Override
    public void put(String name, byte[] bytes) {
        try {
            pieces.put(name, bytes);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot write piece " + name + " to keyed state", failure);
        }
    }

    @Override
    public void remove(String name) {
        try {
            pieces.remove(name);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot remove piece " + name + " from keyed state", failure);
        }
    }

    @Override
    public SortedSet<String> names(String prefix) {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (String name : pieces.keys()) {
                if (name.startsWith(prefix)) {
                    names.add(name);
                }
            }
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot list the pieces of keyed state", failure);
        }
        return names;
    }
}
