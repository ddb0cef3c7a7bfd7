package io.stockmate.core.demand;

import java.util.Arrays;

/**
 * All paths at one moment, and the combined forecast made then: per path a level, a drift and the damped trends, each
 * the weighted sum of its experts'. Values that arrive later are compared with both.
 */
final class Snapshot {
    /** The time of the first value after it; negative while there is none. */
    int origin = -1;

    final PathSnapshot[] paths;
    final float[][] combined;

    /** How far the values since have been off in total, by each candidate of {@link TotalErrors}. */
    final float[] totals = new float[TotalErrors.CANDIDATES];

    Snapshot(int paths) {
        this.paths = new PathSnapshot[paths];
        this.combined = new float[paths][Experts.TERMS];
        for (int i = 0; i < paths; i++) {
            this.paths[i] = new PathSnapshot();
        }
    }

    void start(int time) {
        origin = time;
        Arrays.fill(totals, 0);
    }

    void write(StateWriter out, int used) {
        out.count(origin + 1);
        if (origin < 0) {
            return;
        }
        out.singles(totals);
        for (int p = 0; p < used; p++) {
            paths[p].write(out);
            out.single(combined[p][0]);
            for (int i = 1; i < Experts.TERMS; i++) {
                out.half(Halves.of(combined[p][i]));
            }
        }
    }

    void read(StateReader in, int used) {
        origin = in.count() - 1;
        if (origin < 0) {
            return;
        }
        if (in.version() > StateVersion.FIRST) {
            in.singles(totals);
        } else {
            Arrays.fill(totals, in.single());
        }
        for (int p = 0; p < used; p++) {
            paths[p].read(in);
            combined[p][0] = in.single();
            for (int i = 1; i < Experts.TERMS; i++) {
                combined[p][i] = Halves.value(in.half());
            }
        }
    }
}
