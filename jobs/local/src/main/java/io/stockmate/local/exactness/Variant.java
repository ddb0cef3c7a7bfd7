package io.stockmate.local.exactness;

import io.stockmate.pipelines.runtime.JobSettings.StateBackendType;
import java.util.ArrayList;
import java.util.List;

/** In which circumstances a log is run. */
record Variant(boolean killed, int parallelism, StateBackendType state) {
    private static final int PARALLELISM_MAX = 2;

    /** Each of the two, four or eight runs below. */
    static List<Variant> some(int count) {
        return switch (count) {
            case 2 -> List.of(all().get(0), all().get(7));
            case 4 -> all().stream().filter(Variant::isOneOfFour).toList();
            case 8 -> all();
            default ->
                throw new IllegalArgumentException(
                        "--runs is " + count + ": give 2 (every value), 4 (every pair of values) or 8 (every triple)");
        };
    }

    private static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        for (boolean killed : new boolean[] {false, true}) {
            for (int parallelism = 1; parallelism <= PARALLELISM_MAX; parallelism++) {
                all.add(new Variant(killed, parallelism, StateBackendType.hashmap));
                all.add(new Variant(killed, parallelism, StateBackendType.rocksdb));
            }
        }
        return all;
    }

    /** An even number of departures from the first: any two values of two circumstances meet in one of the four. */
    private boolean isOneOfFour() {
        int departures = (killed ? 1 : 0) + (parallelism == 1 ? 0 : 1) + (state == StateBackendType.hashmap ? 0 : 1);
        return departures % 2 == 0;
    }

    /** For directories and people. */
    String title() {
        return (killed ? "killed" : "clean") + "-" + parallelism + "-" + state;
    }
}
