package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Event;
import io.stockmate.core.view.EventPosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What tasks keep by key, as a checkpoint holds it. */
final class KeyedState {
    /** How far the events of a symbol were handed on, and which wait. */
    record Place(EventPosition position, List<Event> early) {}

    private final Map<String, Map<String, SortedMap<String, byte[]>>> pieces = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /** The pieces of a key under a name, to be read and changed; their bytes are not changed. */
    SortedMap<String, byte[]> pieces(String key, String name) {
        return pieces.computeIfAbsent(key, none -> new HashMap<>()).computeIfAbsent(name, none -> new TreeMap<>());
    }

    Map<String, Place> places() {
        return places;
    }

    /** Adds a copy of another's part. */
    void add(KeyedState other, Predicate<String> keys) {
        other.pieces.forEach((key, names) -> {
            if (keys.test(key)) {
                names.forEach((name, some) -> pieces(key, name).putAll(some));
            }
        });
        other.places.forEach((key, place) -> {
            if (keys.test(key)) {
                places.put(key, place);
            }
        });
    }
}
