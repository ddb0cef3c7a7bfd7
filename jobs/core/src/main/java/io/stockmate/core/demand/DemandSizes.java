package io.stockmate.core.demand;

import java.util.Arrays;

/** The sizes of the last demands. */
final class DemandSizes {
    private static final int KEPT = 20;

    private final float[] sizes = new float[KEPT];
    private int demands;

    void add(double size) {
        sizes[demands % KEPT] = Halves.round((float) size);
        demands = demands + 1 < 2 * KEPT ? demands + 1 : KEPT;
    }

    /** How many demands there were; once there were many only that. */
    int demands() {
        return demands;
    }

    double mean() {
        int count = kept();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sizes[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    double largest() {
        double largest = 0;
        for (float size : sizes) {
            largest = Math.max(largest, size);
        }
        return largest;
    }

    /** Those kept, ascending. */
    float[] ascending() {
        float[] sorted = Arrays.copyOf(sizes, kept());
        Arrays.sort(sorted);
        return sorted;
    }

    /** A quantile of the sizes that are given ascending, not none, and go on beyond the largest. */
    static double quantile(float[] ascending, double probability) {
        double place = probability * (ascending.length + 1) - 1;
        if (place <= 0) {
            return ascending[0] * (probability * (ascending.length + 1));
        }
        int below = (int) place;
        if (below >= ascending.length - 1) {
            double beyond = place - (ascending.length - 1);
            return ascending[ascending.length - 1] * (1 + beyond);
        }
        return ascending[below] + (place - below) * (ascending[below + 1] - ascending[below]);
    }

    private int kept() {
        return Math.min(demands, KEPT);
    }

    void writeCount(StateWriter out) {
        out.count(demands);
    }

    void readCount(StateReader in) {
        demands = in.count();
    }

    void write(StateWriter out) {
        for (int i = 0; i < kept(); i++) {
            out.half(Halves.of(sizes[i]));
        }
    }

    /** After {@link #readCount}. */
    void read(StateReader in) {
        for (int i = 0; i < kept(); i++) {
            sizes[i] = Halves.value(in.half());
        }
    }
}
