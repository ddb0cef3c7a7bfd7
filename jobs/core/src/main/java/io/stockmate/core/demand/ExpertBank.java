package io.stockmate.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs every path's experts by how they did several steps ahead: four staggered {@linkplain Snapshot snapshots} are
 * compared with each value that arrives, which gives each expert a discounted loss; weights are (1 / relative loss)^16
 * times a prior.
 */
final class ExpertBank {
    private static final int SNAPSHOTS = 4;
    private static final double DISCOUNT = 0.992;
    private static final double PSEUDO_SCORES = 1;
    static final double[] MULTIPLIERS = {-2.41, -1.576, 1.576, 2.41};

    private final Seasons seasons;
    private final Reach reach;
    private final Snapshot[] snapshots = new Snapshot[SNAPSHOTS];
    private final float[] losses;
    private final ErrorScale errors;
    private final TotalErrors totals;
    private float lossWeight;
    private int next;

    // Scratch, no state.
    private final double[] forecasts;
    private final double[] weights;

    ExpertBank(Seasons seasons, Reach reach) {
        this.seasons = seasons;
        this.reach = reach;
        for (int i = 0; i < SNAPSHOTS; i++) {
            snapshots[i] = new Snapshot(seasons.paths());
        }
        errors = new ErrorScale(reach.growth(), reach.horizon(), reach.few(), MULTIPLIERS);
        totals = new TotalErrors(reach);
        losses = new float[seasons.paths() * Experts.COUNT];
        forecasts = new double[losses.length];
        weights = new double[losses.length];
    }

    /** Starts from a mean absolute error that counts for {@code values} errors. */
    void start(double error, int values) {
        errors.start(error, values);
        totals.start(error, values);
    }

    /** Losses of paths that changed are no measure of what they will do. */
    void forget() {
        Arrays.fill(losses, 0);
        lossWeight = 0;
        totals.forget();
        for (Snapshot snapshot : snapshots) {
            snapshot.origin = -1;
        }
    }

    /** How far the value at {@code time} is expected to be from what is forecast of it; NaN while that is not known. */
    double usualError(int time) {
        return errors.at(1) * seasons.unit(time);
    }

    /** Compares the value at {@code time} with what was forecast of it. */
    void score(double value, int time) {
        int used = seasons.used();
        errors.pass();
        totals.pass();
        double unit = seasons.unit(time);
        for (Snapshot snapshot : snapshots) {
            int step = time - snapshot.origin + 1;
            if (snapshot.origin < 0 || step > reach.horizon()) {
                continue;
            }
            double combined = 0;
            for (int p = 0; p < used; p++) {
                double factor = seasons.factor(p, time);
                Experts.forecast(snapshot.paths[p], step, forecasts, p * Experts.COUNT);
                for (int e = p * Experts.COUNT; e < (p + 1) * Experts.COUNT; e++) {
                    losses[e] += (float) Math.abs(value - factor * forecasts[e]);
                }
                combined += factor * Experts.value(snapshot.combined[p], step);
            }
            lossWeight++;
            errors.learn(step, (value - combined) / unit);
            int last = used - 1;
            totals.learn(step, snapshot, value, combined, forecasts, last * Experts.COUNT, seasons.factor(last, time));
        }
        for (int e = 0; e < used * Experts.COUNT; e++) {
            losses[e] *= (float) DISCOUNT;
        }
        lossWeight *= (float) DISCOUNT;
    }

    /** Takes a snapshot where one is due before the value at {@code time}. */
    void snapshot(Path[] paths, int time) {
        if (time % ((reach.horizon() + SNAPSHOTS - 1) / SNAPSHOTS) != 0) {
            return;
        }
        int used = seasons.used();
        Snapshot snapshot = snapshots[next];
        next = (next + 1) % SNAPSHOTS;
        snapshot.start(time);
        weigh(used);
        for (int p = 0; p < used; p++) {
            paths[p].copyTo(snapshot.paths[p]);
            Experts.combine(snapshot.paths[p], weights, p * Experts.COUNT, snapshot.combined[p]);
        }
    }

    private void weigh(int used) {
        int count = used * Experts.COUNT;
        double mean = 0;
        for (int e = 0; e < count; e++) {
            mean += losses[e];
        }
        mean /= count;
        double start = PSEUDO_SCORES / (PSEUDO_SCORES + lossWeight);
        double sum = 0;
        for (int e = 0; e < count; e++) {
            double relative = mean > 0 ? (1 - start) * losses[e] / mean + start : 1;
            double eighth = Growth.eighthPower(relative + 1e-6);
            weights[e] = Experts.prior(e / Experts.COUNT, e % Experts.COUNT) / (eighth * eighth);
            sum += weights[e];
        }
        for (int e = 0; e < count; e++) {
            weights[e] /= sum;
        }
    }

    /** What is expected of the values from {@code time} on. */
    private double[] means(Path[] paths, int time, int steps) {
        int used = seasons.used();
        weigh(used);
        PathSnapshot now = new PathSnapshot();
        float[] terms = new float[Experts.TERMS];
        double[] means = new double[steps];
        for (int p = 0; p < used; p++) {
            paths[p].copyTo(now);
            Experts.combine(now, weights, p * Experts.COUNT, terms);
            for (int step = 1; step <= steps; step++) {
                means[step - 1] += seasons.factor(p, time + step - 1) * Experts.value(terms, step);
            }
        }
        return means;
    }

    List<DemandDistribution> distributions(Path[] paths, int time, int steps, boolean negative) {
        double[] means = means(paths, time, steps);
        List<DemandDistribution> distributions = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            double scale = errors.at(step) * seasons.unit(time + step - 1);
            distributions.add(errors.around(means[step - 1], scale, negative));
        }
        return distributions;
    }

    DemandDistribution total(Path[] paths, int time, int steps, boolean negative) {
        int last = seasons.used() - 1;
        double[] sums = new double[TotalErrors.CANDIDATES];
        sums[0] = Arrays.stream(means(paths, time, steps)).sum();
        PathSnapshot now = new PathSnapshot();
        paths[last].copyTo(now);
        for (int step = 1; step <= steps; step++) {
            Experts.forecast(now, step, forecasts, 0);
            TotalErrors.add(sums, seasons.factor(last, time + step - 1), forecasts);
        }
        return totals.around(sums, steps, negative);
    }

    void writeNext(StateWriter out) {
        out.count(next);
    }

    void readNext(StateReader in) {
        next = in.count();
    }

    void write(StateWriter out) {
        int used = seasons.used();
        out.single(lossWeight);
        for (int e = 0; e < used * Experts.COUNT; e++) {
            out.single(losses[e]);
        }
        for (Snapshot snapshot : snapshots) {
            snapshot.write(out, used);
        }
        errors.write(out);
        totals.write(out);
    }

    void read(StateReader in) {
        int used = seasons.used();
        lossWeight = in.single();
        for (int e = 0; e < used * Experts.COUNT; e++) {
            losses[e] = in.single();
        }
        for (Snapshot snapshot : snapshots) {
            snapshot.read(in, used);
        }
        errors.read(in);
        totals.read(in);
    }
}
