package io.stockmate.core.demand;

import java.util.Arrays;

/**
 * Forecasts of totals and their errors. What is best for single steps moves with each value, and where values are but
 * noise around a level such moves add up: the total of a lead time is a mixture of the combined forecast and of slow
 * experts on the slowest path, by how each did on totals, weights being (1 / relative loss)^8 times a prior.
 */
final class TotalErrors {
    /** The combined forecast, then the experts of {@link #SLOW}. */
    static final int CANDIDATES = 4;

    /** Two levels without drift and the slower one of them with all but all of it. */
    private static final int[] SLOW = {Experts.level(0, 0), Experts.level(1, 0), Experts.level(0, 2)};

    private static final double[] PRIORS = {1, 0.5, 0.5, 0.5};
    private static final double DISCOUNT = 0.992;
    private static final double PSEUDO_SCORES = 4;
    private static final double GROWTH_OF_TOTALS = 0.7;
    private static final int REACH = 1_000;

    private final double growth;
    private final ErrorScale errors;
    private final float[] losses = new float[CANDIDATES];
    private float weight;

    // Scratch, no state.
    private final double[] shares = new double[CANDIDATES];

    TotalErrors(Reach reach) {
        growth = reach.growth() + GROWTH_OF_TOTALS;
        errors = new ErrorScale(growth, REACH, reach.fewOfTotals(), ExpertBank.MULTIPLIERS);
    }

    void start(double error, int values) {
        errors.start(error, values);
    }

    void forget() {
        Arrays.fill(losses, 0);
        weight = 0;
    }

    void pass() {
        errors.pass();
        for (int c = 0; c < CANDIDATES; c++) {
            losses[c] *= (float) DISCOUNT;
        }
        weight *= (float) DISCOUNT;
    }

    /**
     * Takes one more value into the totals since a snapshot.
     *
     * @param combined what the combined forecast was
     * @param forecasts the slowest path's experts' from {@code at} on, to be multiplied by {@code factor}
     */
    void learn(int step, Snapshot snapshot, double value, double combined, double[] forecasts, int at, double factor) {
        float[] sums = snapshot.totals;
        sums[0] += (float) (value - combined);
        double power = Growth.power(step, growth);
        for (int c = 1; c < CANDIDATES; c++) {
            sums[c] += (float) (value - factor * forecasts[at + SLOW[c - 1]]);
        }
        share();
        double mixed = 0;
        for (int c = 0; c < CANDIDATES; c++) {
            mixed += shares[c] * sums[c];
            losses[c] += (float) Math.abs(sums[c] / power);
        }
        weight++;
        errors.learn(step, mixed);
    }

    private void share() {
        double mean = 0;
        for (float loss : losses) {
            mean += loss / CANDIDATES;
        }
        double start = PSEUDO_SCORES / (PSEUDO_SCORES + weight);
        double sum = 0;
        for (int c = 0; c < CANDIDATES; c++) {
            double relative = mean > 0 ? (1 - start) * losses[c] / mean + start : 1;
            shares[c] = PRIORS[c] / Growth.eighthPower(relative + 1e-6);
            sum += shares[c];
        }
        for (int c = 0; c < CANDIDATES; c++) {
            shares[c] /= sum;
        }
    }

    /** Adds one step of the slow experts of the path whose forecasts are given to the candidates' sums. */
    static void add(double[] sums, double factor, double[] forecasts) {
        for (int c = 1; c < CANDIDATES; c++) {
            sums[c] += factor * forecasts[SLOW[c - 1]];
        }
    }

    /**
     * The distribution of a total of which the candidates say {@code sums}. Before the first error, values are taken to
     * scatter by as much as they are, each on its own.
     */
    DemandDistribution around(double[] sums, int steps, boolean negative) {
        share();
        double mean = 0;
        for (int c = 0; c < CANDIDATES; c++) {
            mean += shares[c] * sums[c];
        }
        double scale = errors.at(steps);
        double unknown = Math.abs(mean) / StrictMath.sqrt(steps);
        return errors.around(mean, Double.isNaN(scale) ? unknown : scale, negative);
    }

    void write(StateWriter out) {
        errors.write(out);
        out.singles(losses);
        out.single(weight);
    }

    /** Version 2 knew the combined forecast's totals alone: there candidates start anew. */
    void read(StateReader in) {
        errors.read(in);
        if (in.version() > StateVersion.FIRST) {
            in.singles(losses);
            weight = in.single();
        }
    }
}
