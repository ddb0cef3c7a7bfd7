package io.stockmate.pipelines.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;

/** Keyed state in plain maps that remembers what was written. */
final class PiecesBySymbol implements MapState<String, byte[]> {
    final List<String> written = new ArrayList<>();
    private final Map<String, Map<String, byte[]>> state = new TreeMap<>();
    private String symbol = "";

    void select(String next) {
        symbol = next;
    }

    private Map<String, byte[]> pieces() {
        return state.computeIfAbsent(symbol, any -> new TreeMap<>());
    }

    @Override
    public void put(String piece, byte[] bytes) {
        written.add(symbol + ":" + piece);
        pieces().put(piece, bytes);
    }

    @Override
    public void remove(String piece) {
        written.add(symbol + ":-" + piece);
        pieces().remove(piece);
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> entries() {
        return pieces().entrySet();
    }

    @Override
    public byte[] get(String piece) {
        return pieces().get(piece);
    }

    @Override
    public void putAll(Map<String, byte[]> all) {
        all.forEach(this::put);
    }

    @Override
    public boolean contains(String piece) {
        return pieces().containsKey(piece);
    }

    @Override
    public Iterable<String> keys() {
        return pieces().keySet();
    }

    @Override
    public Iterable<byte[]> values() {
        return pieces().values();
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> iterator() {
        return pieces().entrySet().iterator();
    }

    @Override
    public boolean isEmpty() {
        return pieces().isEmpty();
    }

    @Override
    public void clear() {
        state.remove(symbol);
    }
}
