package io.stockmate.core.demand;

/**
 * What the experts of a path need to forecast from one moment. Levels are kept as distances from a base and, like
 * slopes, in half of a float's digits, so that a snapshot is written in half of the bytes.
 */
final class PathSnapshot {
    int seen;
    float base;
    float slope;
    final float[] levels = new float[Experts.LEVELS];
    final float[] trendLevels = new float[Experts.TRENDS];
    final float[] trendSlopes = new float[Experts.TRENDS];

    void write(StateWriter out) {
        out.count(seen);
        out.single(base);
        out.half(Halves.of(slope));
        Halves.write(levels, out);
        Halves.write(trendLevels, out);
        Halves.write(trendSlopes, out);
    }

    void read(StateReader in) {
        seen = in.count();
        base = in.single();
        slope = Halves.value(in.half());
        Halves.read(levels, in);
        Halves.read(trendLevels, in);
        Halves.read(trendSlopes, in);
    }
}
