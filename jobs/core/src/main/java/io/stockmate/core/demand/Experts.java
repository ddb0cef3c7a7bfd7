package io.stockmate.core.demand;

/**
 * The bank of fixed smoothers that forecast every path: simple smoothing at {@link #LEVELS} gains, each without drift
 * and with two shares of a running regression's slope (theta: Assimakopoulos and Nikolopoulos, 2000; with the lag
 * correction of Hyndman and Billah, 2003), and {@link #TRENDS} damped trends (Gardner and McKenzie, 1985). Gains,
 * shares and prior weights are one set for all series; which expert counts is learned from each series.
 */
final class Experts {
    private static final double[] LEVEL_GAINS = {0.01, 0.12, 0.18, 0.4, 0.7, 1.0};
    private static final double[] TREND_GAINS = {0.12, 0.4, 0.8};
    private static final double[] SLOPE_GAINS = {0.05, 0.1, 0.3};
    private static final double[] DAMPINGS = {0.94, 0.86, 0.93};
    private static final double[] DRIFTS = {0, 0.5, 0.95};
    private static final double[] PRIORS_OF_LEVELS = {1, 0.5, 1, 0.6, 1.8, 2};
    private static final double[] PRIORS_OF_DRIFTS = {1, 2.5, 0.7};
    private static final double[] PRIORS_OF_TRENDS = {0.1, 1, 1};
    private static final double[] PRIORS_OF_PATHS = {1.2, 1.5, 0.7};
    private static final double DRIFT_DAMPING = 0.995;

    static final int LEVELS = LEVEL_GAINS.length;
    static final int TRENDS = TREND_GAINS.length;
    private static final int DRIFT_SHARES = DRIFTS.length;

    /** A combined forecast's terms: level, drift, damped trends. */
    static final int TERMS = 2 + TRENDS;

    /** How many experts forecast one path. */
    static final int COUNT = LEVELS * DRIFT_SHARES + TRENDS;

    /** Reach of the tables; beyond it a damped sum has all but reached its limit. */
    private static final int REACH = 512;

    private static final double[][] DAMPED = new double[TRENDS][];
    private static final double[] DRIFTED = dampedSums(DRIFT_DAMPING);
    private static final double[][] LAGS = new double[LEVELS][REACH];

    static {
        for (int i = 0; i < TRENDS; i++) {
            DAMPED[i] = dampedSums(DAMPINGS[i]);
        }
        for (int i = 0; i < LEVELS; i++) {
            double kept = 1;
            for (int seen = 1; seen < REACH; seen++) {
                kept *= 1 - LEVEL_GAINS[i];
                LAGS[i][seen] = Math.min((1 - kept) / LEVEL_GAINS[i] - 1, (seen - 1) / 2.0);
            }
        }
    }

    private Experts() {}

    private static double[] dampedSums(double damping) {
        double[] sums = new double[REACH];
        double power = 1;
        for (int step = 1; step < REACH; step++) {
            power *= damping;
            sums[step] = sums[step - 1] + power;
        }
        return sums;
    }

    /** The place among a path's experts of a level with one of the shares of drift. */
    static int level(int level, int share) {
        return level * DRIFT_SHARES + share;
    }

    static double levelGain(int level, int seen) {
        return Math.max(LEVEL_GAINS[level], 1.0 / (seen + 1));
    }

    static double trendGain(int trend, int seen) {
        return Math.max(TREND_GAINS[trend], 1.0 / (seen + 1));
    }

    static double slopeGain(int trend, int seen) {
        return seen == 1 ? 0.3 : Math.max(SLOPE_GAINS[trend], TREND_GAINS[trend] * 0.5 / seen);
    }

    static double damping(int trend) {
        return DAMPINGS[trend];
    }

    /** How many steps the level trails behind a line after {@code seen} values. */
    static double lag(int level, int seen) {
        return LAGS[level][Math.min(seen, REACH - 1)];
    }

    static double prior(int path, int expert) {
        double own = expert < LEVELS * DRIFT_SHARES
                ? PRIORS_OF_LEVELS[expert / DRIFT_SHARES] * PRIORS_OF_DRIFTS[expert % DRIFT_SHARES]
                : PRIORS_OF_TRENDS[expert - LEVELS * DRIFT_SHARES];
        return PRIORS_OF_PATHS[path] * own;
    }

    /**
     * Every expert's forecast {@code step} steps after the snapshot was taken, into {@code forecasts} from {@code at}
     * on.
     */
    static void forecast(PathSnapshot path, int step, double[] forecasts, int at) {
        int reach = Math.min(step, REACH - 1);
        double drifted = DRIFTED[reach];
        double slope = path.slope;
        int expert = at;
        for (int i = 0; i < LEVELS; i++) {
            double level = path.base + path.levels[i];
            double drift = slope * (lag(i, path.seen) + drifted);
            for (int d = 0; d < DRIFT_SHARES; d++) {
                forecasts[expert++] = level + DRIFTS[d] * drift;
            }
        }
        for (int i = 0; i < TRENDS; i++) {
            forecasts[expert++] = path.base + path.trendLevels[i] + path.trendSlopes[i] * DAMPED[i][reach];
        }
    }

    /** Sums the experts of a path, weighted by {@code weights} from {@code at} on, into the terms of one forecast. */
    static void combine(PathSnapshot path, double[] weights, int at, float[] terms) {
        double constant = 0;
        double drift = 0;
        int expert = at;
        for (int i = 0; i < LEVELS; i++) {
            double lag = lag(i, path.seen);
            for (int d = 0; d < DRIFT_SHARES; d++) {
                double share = weights[expert] * DRIFTS[d] * path.slope;
                constant += weights[expert] * (path.base + path.levels[i]) + share * lag;
                drift += share;
                expert++;
            }
        }
        for (int i = 0; i < TRENDS; i++) {
            constant += weights[expert] * (path.base + path.trendLevels[i]);
            terms[2 + i] = Halves.round((float) (weights[expert] * path.trendSlopes[i]));
            expert++;
        }
        terms[0] = (float) constant;
        terms[1] = Halves.round((float) drift);
    }

    /** The combined forecast {@code step} steps ahead. */
    static double value(float[] terms, int step) {
        int reach = Math.min(step, REACH - 1);
        double value = terms[0] + terms[1] * DRIFTED[reach];
        for (int i = 0; i < TRENDS; i++) {
            value += terms[2 + i] * DAMPED[i][reach];
        }
        return value;
    }
}
