package io.stockmate.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts a series that is not intermittent: every path's experts, weighted by how they did several steps ahead. Four
 * staggered {@linkplain Snapshot snapshots} are compared with each value that arrives, which gives each expert a
 * discounted loss; weights are (1 / relative loss)^16 times a prior.
 */
final class SmoothModel implements DemandModel {
    private static final int SNAPSHOTS = 4;
    private static final double DISCOUNT = 0.992;
    private static final double PSEUDO_SCORES = 1;
    private static final int HORIZON_MIN = 6;
    private static final int HORIZON_MAX = 48;
    private static final double[] MULTIPLIERS = {-2.41, -1.576, 1.576, 2.41};
    private static final double GROWTH_OF_LEVEL_MAX = 0.1;
    private static final double GROWTH_OF_TOTALS = 0.7;
    private static final int REACH_OF_TOTALS = 1_000;

    private final SeasonProfile[] seasons;
    private final Path[] paths;
    private final float[] losses;
    private final Snapshot[] snapshots = new Snapshot[SNAPSHOTS];
    private final ErrorScale errors;
    private final ErrorScale totals;
    private float lossWeight;
    private int time;
    private int next;
    private boolean negative;

    // Scratch, no state.
    private final double[] forecasts;
    private final double[] weights;

    SmoothModel(List<Integer> lengths) {
        seasons = lengths.stream().map(SeasonProfile::new).toArray(SeasonProfile[]::new);
        paths = new Path[seasons.length == 0 ? 1 : 1 + SeasonProfile.SPEEDS];
        for (int p = 0; p < paths.length; p++) {
            paths[p] = new Path();
        }
        for (int i = 0; i < SNAPSHOTS; i++) {
            snapshots[i] = new Snapshot(paths.length);
        }
        double growth = growth();
        double few = growth < GROWTH_OF_LEVEL_MAX ? ErrorScale.FEW_OF_LEVEL : ErrorScale.FEW;
        errors = new ErrorScale(growth, horizon(), few, MULTIPLIERS);
        totals = new ErrorScale(growth + GROWTH_OF_TOTALS, REACH_OF_TOTALS, few, MULTIPLIERS);
        losses = new float[paths.length * Experts.COUNT];
        forecasts = new double[losses.length];
        weights = new double[losses.length];
    }

    /** A model that starts from a category's values, which count for {@code values} of its own. */
    static SmoothModel from(List<Integer> seasons, ColdStart prior, int values) {
        SmoothModel model = new SmoothModel(seasons);
        model.paths[0].start(prior.level(), values);
        model.errors.start(prior.deviation(), values);
        model.totals.start(prior.deviation(), values);
        return model;
    }

    /** How many paths are in use: the series alone until its first season is usable. */
    private int used() {
        return seasons.length > 0 && seasons[0].usable() ? paths.length : 1;
    }

    /** How far ahead experts are judged: about as far as series of such a season are forecast. */
    private int horizon() {
        return seasons.length == 0 ? HORIZON_MIN : horizon(seasons[0].length());
    }

    private static int horizon(int season) {
        return switch (season) {
            case 2, 3, 4 -> 8;
            case 26, 52, 53 -> 26;
            default -> season < 12 ? 4 * season : Math.min(HORIZON_MAX, season < 20 ? 3 * season / 2 : 2 * season);
        };
    }

    /** Errors of yearly values grow as those of a random walk, within a year less, within a week hardly. */
    private double growth() {
        if (seasons.length == 0) {
            return 0.8;
        }
        return switch (seasons[0].length()) {
            case 2, 3, 4, 6, 12, 13, 26, 52, 53, 365 -> 0.4;
            default -> 0.05;
        };
    }

    private double factor(int path, int at) {
        double factor = 1;
        if (path > 0) {
            for (SeasonProfile season : seasons) {
                factor *= season.factor(path - 1, at);
            }
        }
        return factor;
    }

    @Override
    public void observe(double value) {
        negative |= value < 0;
        int used = used();
        if (Double.isNaN(value)) {
            skip(used);
            return;
        }
        score(value, used);
        for (int p = 0; p < used; p++) {
            paths[p].observe(value / factor(p, time));
        }
        learnSeasons(value);
        time++;
        if (time % gap() == 0 && paths[0].seen() >= 2) {
            takeSnapshot();
        }
    }

    private int gap() {
        return (horizon() + SNAPSHOTS - 1) / SNAPSHOTS;
    }

    /** Before the first value there is no time: seasons count from it on. */
    private void skip(int used) {
        if (paths[0].seen() == 0) {
            return;
        }
        for (int p = 0; p < used; p++) {
            paths[p].skip();
        }
        learnSeasons(expected());
        time++;
    }

    private void learnSeasons(double value) {
        double rest = value;
        for (int s = 0; s < seasons.length; s++) {
            double factor = seasons[s].factor(SeasonProfile.SPEEDS - 1, time);
            boolean became = seasons[s].observe(time, rest);
            if (became && s == 0) {
                replay(seasons[0]);
            } else if (became) {
                rescale(seasons[s]);
            }
            rest /= factor;
        }
    }

    /** Once the first season is usable, the values still kept start the adjusted paths; without any, the usual level does. */
    private void replay(SeasonProfile season) {
        for (int p = 1; p < paths.length; p++) {
            if (season.kept() == 0) {
                paths[p].start(paths[0].usual() / season.factor(p - 1, time), paths[0].seen());
            }
            for (int back = season.kept() - 1; back >= 0; back--) {
                paths[p].observe(season.past(back) / season.factor(p - 1, time - back));
            }
        }
        forgetScores();
    }

    private void rescale(SeasonProfile season) {
        for (int p = 1; p < paths.length; p++) {
            paths[p].scale(1 / season.factor(p - 1, time));
        }
        forgetScores();
    }

    /** Losses of paths that changed are no measure of what they will do. */
    private void forgetScores() {
        Arrays.fill(losses, 0);
        lossWeight = 0;
        for (Snapshot snapshot : snapshots) {
            snapshot.origin = -1;
        }
    }

    private void score(double value, int used) {
        errors.pass();
        totals.pass();
        double unit = unit(time, used);
        for (Snapshot snapshot : snapshots) {
            int step = time - snapshot.origin + 1;
            if (snapshot.origin < 0 || step > horizon()) {
                continue;
            }
            double combined = 0;
            for (int p = 0; p < used; p++) {
                double factor = factor(p, time);
                Experts.forecast(snapshot.paths[p], step, forecasts, p * Experts.COUNT);
                for (int e = p * Experts.COUNT; e < (p + 1) * Experts.COUNT; e++) {
                    losses[e] += (float) Math.abs(value - factor * forecasts[e]);
                }
                combined += factor * Experts.value(snapshot.combined[p], step);
            }
            lossWeight++;
            snapshot.total += (float) (value - combined);
            errors.learn(step, (value - combined) / unit);
            totals.learn(step, snapshot.total);
        }
        for (int e = 0; e < used * Experts.COUNT; e++) {
            losses[e] *= (float) DISCOUNT;
        }
        lossWeight *= (float) DISCOUNT;
    }

    /** Errors grow with the season's factor, but less than it. */
    private double unit(int at, int used) {
        return StrictMath.sqrt(factor(used - 1, at));
    }

    private void takeSnapshot() {
        int used = used();
        Snapshot snapshot = snapshots[next];
        next = (next + 1) % SNAPSHOTS;
        snapshot.origin = time;
        snapshot.total = 0;
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
            weights[e] = Experts.prior(e / Experts.COUNT, e % Experts.COUNT) / sixteenthPower(relative + 1e-6);
            sum += weights[e];
        }
        for (int e = 0; e < count; e++) {
            weights[e] /= sum;
        }
    }

    private static double sixteenthPower(double value) {
        double second = value * value;
        double fourth = second * second;
        double eighth = fourth * fourth;
        return eighth * eighth;
    }

    /** Expected values of the next steps. */
    private double[] means(int steps) {
        int used = used();
        weigh(used);
        PathSnapshot now = new PathSnapshot();
        float[] terms = new float[Experts.TERMS];
        double[] means = new double[steps];
        for (int p = 0; p < used; p++) {
            paths[p].copyTo(now);
            Experts.combine(now, weights, p * Experts.COUNT, terms);
            for (int step = 1; step <= steps; step++) {
                means[step - 1] += factor(p, time + step - 1) * Experts.value(terms, step);
            }
        }
        return means;
    }

    @Override
    public List<DemandDistribution> distributions(int steps) {
        double[] means = means(steps);
        int used = used();
        List<DemandDistribution> distributions = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            double scale = errors.at(step) * unit(time + step - 1, used);
            distributions.add(errors.around(means[step - 1], scale, negative));
        }
        return distributions;
    }

    @Override
    public DemandDistribution total(int steps) {
        return totals.around(Arrays.stream(means(steps)).sum(), totals.at(steps), negative);
    }

    @Override
    public double expected() {
        int slow = used() - 1;
        return paths[slow].usual() * factor(slow, time);
    }

    @Override
    public void write(StateWriter out) {
        out.count(time);
        out.count(next);
        out.octet(negative ? 1 : 0);
        for (SeasonProfile season : seasons) {
            season.write(out);
        }
        int used = used();
        for (int p = 0; p < used; p++) {
            paths[p].write(out);
        }
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

    @Override
    public void read(StateReader in) {
        time = in.count();
        next = in.count();
        negative = in.octet() == 1;
        for (SeasonProfile season : seasons) {
            season.read(in);
        }
        int used = used();
        for (int p = 0; p < used; p++) {
            paths[p].read(in);
        }
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
