package io.stockmate.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes on from here: places in shards, those that were read to their ends, keyed state and uncommitted rows. */
final class Checkpoint {
    static final Checkpoint NONE = of(0, 0);

    private final long id;
    private final Map<Integer, Integer> places = new TreeMap<>();
    private final KeyedState state = new KeyedState();
    private final List<Lake.Transaction> transactions = new ArrayList<>();
    private int missing;

    private Checkpoint(long id, int parts) {
        this.id = id;
        this.missing = parts;
    }

    static Checkpoint of(long id, int parts) {
        return new Checkpoint(id, parts);
    }

    long id() {
        return id;
    }

    /** By number of the shard how many of its records lie before the barriers. */
    Map<Integer, Integer> places() {
        return places;
    }

    KeyedState state() {
        return state;
    }

    List<Lake.Transaction> transactions() {
        return transactions;
    }

    void acknowledge() {
        missing--;
    }

    boolean isAcknowledged() {
        return missing == 0;
    }
}
