package io.stockmate.benchmarks.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many faults were planted and found, and how soon. */
public final class Found {
    private final List<Integer> delays = new ArrayList<>();
    private int planted;

    void add(int delay) {
        planted++;
        if (delay >= 0) {
            delays.add(delay);
        }
    }

    /** Adds all of another. */
    public void add(Found other) {
        planted += other.planted;
        delays.addAll(other.delays);
    }

    public int planted() {
        return planted;
    }

    /** Share found; NaN where none was planted. */
    public double recall() {
        return (double) delays.size() / planted;
    }

    /** The median number of values from a fault's first to its alert, of those found; NaN where none was. */
    public double medianDelay() {
        if (delays.isEmpty()) {
            return Double.NaN;
        }
        List<Integer> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
