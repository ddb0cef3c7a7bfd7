package io.stockmate.core.demand;

/** The experts' states on one version of the series: as it is, or adjusted by a seasonal profile. */
final class Path {
    private static final double DISCOUNT = 0.995;
    private static final double RIDGE = 6;

    private final float[] levels = new float[Experts.LEVELS];
    private final float[] trendLevels = new float[Experts.TRENDS];
    private final float[] trendSlopes = new float[Experts.TRENDS];
    private int seen;

    // The running regression on time: weight, mean of values, distance from the mean time to now, and both sums.
    private float weight;
    private float mean;
    private float age;
    private float products;
    private float squares;

    /** Starts at a level that counts for {@code values} values of its own. */
    void start(double level, int values) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) level;
        }
        for (int i = 0; i < trendLevels.length; i++) {
            trendLevels[i] = (float) level;
        }
        seen = values;
        mean = (float) level;
    }

    /** Lets a step pass whose value is missing. */
    void skip() {
        age++;
        for (int i = 0; i < Experts.TRENDS; i++) {
            trendLevels[i] += trendSlopes[i] = (float) (Experts.damping(i) * trendSlopes[i]);
        }
    }

    void observe(double value) {
        for (int i = 0; i < Experts.LEVELS; i++) {
            levels[i] += (float) (Experts.levelGain(i, seen) * (value - levels[i]));
        }
        for (int i = 0; i < Experts.TRENDS; i++) {
            observeTrend(i, value);
        }
        age++;
        weight = (float) (weight * DISCOUNT + 1);
        double distance = value - mean;
        double time = age;
        mean += (float) (distance / weight);
        age -= (float) (time / weight);
        products = (float) (products * DISCOUNT + time * (value - mean));
        squares = (float) (squares * DISCOUNT + time * age);
        seen++;
    }

    private void observeTrend(int trend, double value) {
        if (seen == 0) {
            trendLevels[trend] = (float) value;
            return;
        }
        double slope = Experts.damping(trend) * trendSlopes[trend];
        double expected = trendLevels[trend] + slope;
        double error = value - expected;
        trendLevels[trend] = (float) (expected + Experts.trendGain(trend, seen) * error);
        trendSlopes[trend] = (float) (slope + Experts.slopeGain(trend, seen) * error);
    }

    /** Moves all levels as if the values so far had been {@code factor} times themselves. */
    void scale(double factor) {
        for (int i = 0; i < Experts.LEVELS; i++) {
            levels[i] *= (float) factor;
        }
        for (int i = 0; i < Experts.TRENDS; i++) {
            trendLevels[i] *= (float) factor;
            trendSlopes[i] *= (float) factor;
        }
        mean *= (float) factor;
        products *= (float) factor;
    }

    int seen() {
        return seen;
    }

    /** The level of the second slowest smoother: what is usual at the moment. */
    double usual() {
        return levels[1];
    }

    /** The last value, as the path has it. */
    double last() {
        return levels[Experts.LEVELS - 1];
    }

    void copyTo(PathSnapshot snapshot) {
        snapshot.seen = seen;
        snapshot.base = levels[0];
        snapshot.slope = Halves.round((float) (squares < 2 ? 0 : products / (squares + RIDGE)));
        for (int i = 0; i < Experts.LEVELS; i++) {
            snapshot.levels[i] = Halves.round(levels[i] - levels[0]);
        }
        for (int i = 0; i < Experts.TRENDS; i++) {
            snapshot.trendLevels[i] = Halves.round(trendLevels[i] - levels[0]);
            snapshot.trendSlopes[i] = Halves.round(trendSlopes[i]);
        }
    }

    void write(StateWriter out) {
        out.count(seen);
        out.singles(levels);
        out.singles(trendLevels);
        out.singles(trendSlopes);
        out.single(weight);
        out.single(mean);
        out.single(age);
        out.single(products);
        out.single(squares);
    }

    void read(StateReader in) {
        seen = in.count();
        in.singles(levels);
        in.singles(trendLevels);
        in.singles(trendSlopes);
        weight = in.single();
        mean = in.single();
        age = in.single();
        products = in.single();
        squares = in.single();
    }
}
