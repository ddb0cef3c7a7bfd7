package io.stockmate.pipelines.anomaly;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.SymbolWatch;
import io.stockmate.core.market.PieceSink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * The watches on the heap of one subtask, over the keyed state from which each is loaded when its symbol is heard of.
 * Past a number of them, a snapshot lets those go that were not heard of since the one before.
 */
final class Watches implements PieceSink {
    /** Part of every savepoint: never changed. */
    static final String STATE_NAME = "watch-pieces";

    /** Watches that stay on the heap even when they are not heard of: some 2 kB each. */
    static final int RESIDENTS_MAX = 50_000;

    private final AnomalySettings settings;
    private final MapState<String, byte[]> pieces;
    private final int residentsMax;
    private final Map<String, SymbolWatch> idle = new HashMap<>();
    private final Map<String, SymbolWatch> heard = new LinkedHashMap<>();

    Watches(AnomalySettings settings, MapState<String, byte[]> pieces, int residentsMax) {
        this.settings = settings;
        this.pieces = pieces;
        this.residentsMax = residentsMax;
    }

    static MapStateDescriptor<String, byte[]> descriptor() {
        return new MapStateDescriptor<>(STATE_NAME, StringSerializer.INSTANCE, BytePrimitiveArraySerializer.INSTANCE);
    }

    int size() {
        return idle.size() + heard.size();
    }

    /** Of the current key. */
    SymbolWatch of(String symbol) throws Exception {
        SymbolWatch watch = heard.get(symbol);
        if (watch == null) {
            watch = idle.remove(symbol);
            if (watch == null) {
                watch = SymbolWatch.load(settings, symbol, pieces.entries());
            }
            heard.put(symbol, watch);
        }
        return watch;
    }

    /** Writes what changed since the last time. {@code select} makes a symbol the current key. */
    void writeChanges(Consumer<String> select) {
        heard.forEach((symbol, watch) -> {
            select.accept(symbol);
            watch.writeChanges(this);
        });
        if (size() > residentsMax) {
            idle.clear();
        }
        idle.putAll(heard);
        heard.clear();
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
    public void remove(String piece) {
        try {
            pieces.remove(piece);
        } catch (Exception failure) {
            throw new FlinkRuntimeException("cannot remove piece " + piece + " from keyed state", failure);
        }
    }
}
