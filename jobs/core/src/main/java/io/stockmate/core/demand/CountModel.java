package io.stockmate.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts intermittent demand. Whether there is demand and how much are kept apart (Croston, 1972; Teunter, Syntetos
 * and Babai, 2011): a probability per place in the season, shrunk towards the usual one, and the last sizes. The mean
 * is a combination of smoothers of several gains, weighted by their discounted squared errors.
 */
final class CountModel implements DemandModel {
    private static final double[] GAINS = {0.02, 0.06, 0.12};
    /** Levels start from 0 and this many values: keys whose demand dies are more than those where it is born. */
    private static final int LEVEL_START = 4;

    private static final int SIZES = 20;
    private static final double LIFT_MAX = 1.5;
    private static final int SEASON_MAX = 31;
    private static final double LOSS_DISCOUNT = 0.99;
    private static final double CHANCE_GAIN = 0.08;
    /** Over a lead time, whether there is demand at all is told by a longer past than for the next day. */
    private static final double SLOW_CHANCE_GAIN = 0.03;

    /** Of the logarithm of a total's mean so much is the slowest level's. */
    private static final double SLOW_SHARE = 0.3;

    /** After so many values it hardly matters from what levels started. */
    private static final int SEEN_OF_START = 100;

    private static final double SEASON_GAIN = 0.05;
    private static final double SEASON_SHRINK = 4;
    /** A demand counts for at most this multiple of the usual size: single orders do not repeat. */
    private static final double CLIP = 2.5;

    /** Of fewer demands the largest tells little of how large they get. */
    private static final int DEMANDS_THAT_TELL = 8;

    private final int season;
    private final float[] levels = new float[GAINS.length];
    private final float[] losses = new float[GAINS.length];
    private final float[] placeChances;
    private final float[] placeSizes;
    private final float[] sizes = new float[SIZES];
    private final CountTotals totals = new CountTotals();
    private final Plausible plausible = new Plausible();
    private float chance;
    private float slowChance;
    private float whole;
    private float kept;
    private int demands;
    private int seen;
    private int time;

    CountModel(List<Integer> seasons) {
        season = seasons.isEmpty() || seasons.get(0) > SEASON_MAX ? 1 : seasons.get(0);
        placeChances = new float[season];
        placeSizes = new float[season];
    }

    /** How the demand at a place of the season compares with the usual one; the mean over a season is about 1. */
    private double factor(int at) {
        if (season == 1) {
            return 1;
        }
        double mean = 0;
        for (float size : placeSizes) {
            mean += size;
        }
        mean /= season;
        double prior = SEASON_SHRINK * meanSize() * seasonGain();
        return mean <= 0 ? 1 : (placeSizes[at % season] + prior) / (mean + prior);
    }

    /** How the chance of demand at a place of the season compares with the usual one. */
    private double chanceFactor(int at) {
        if (season == 1) {
            return 1;
        }
        double mean = 0;
        for (float one : placeChances) {
            mean += one;
        }
        mean /= season;
        double prior = SEASON_SHRINK * seasonGain();
        return mean <= 0 ? 1 : (placeChances[at % season] + prior) / (mean + prior);
    }

    private double seasonGain() {
        return Math.max(SEASON_GAIN, 1.0 / (seen / season + 1));
    }

    private double meanSize() {
        int count = Math.min(demands, SIZES);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sizes[i];
        }
        return count == 0 ? 0 : sum / count;
    }

    @Override
    public void observe(double value) {
        if (Double.isNaN(value)) {
            time++;
        } else {
            learn(plausible(value));
        }
    }

    /** A demand far beyond the largest of the last ones counts for what is just plausible. */
    private double plausible(double value) {
        if (demands < DEMANDS_THAT_TELL || value <= 0) {
            return value;
        }
        double largest = 0;
        for (float size : sizes) {
            largest = Math.max(largest, size);
        }
        return plausible.bounded(value, 0, CLIP * largest, totals.deviation());
    }

    private void learn(double value) {
        double usual = meanSize();
        double clipped = demands >= 4 ? Math.min(value, CLIP * usual) : value;
        double factor = factor(time);
        double expected = level() * factor * lift();
        for (int i = 0; i < GAINS.length; i++) {
            double error = clipped - levels[i] * factor;
            losses[i] = (float) (losses[i] * LOSS_DISCOUNT + error * error);
            levels[i] +=
                    (float) (Math.max(GAINS[i], 1.0 / (seen + LEVEL_START)) * error * (seen < season ? 1 : factor));
            levels[i] = Math.max(0, levels[i]);
        }
        double demand = value > 0 ? 1 : 0;
        double slow = Math.max(GAINS[0], 1.0 / (seen + 1));
        whole += (float) (slow * (value - whole));
        kept += (float) (slow * (clipped - kept));
        chance += (float) (Math.max(CHANCE_GAIN, 1.0 / (seen + 1)) * (demand - chance));
        slowChance += (float) (Math.max(SLOW_CHANCE_GAIN, 1.0 / (seen + 1)) * (demand - slowChance));
        int place = time % season;
        int cycle = seen / season;
        double gain = Math.max(SEASON_GAIN, 1.0 / (cycle + 1));
        placeChances[place] += (float) (gain * (demand - placeChances[place]));
        placeSizes[place] += (float) (gain * (clipped - placeSizes[place]));
        if (demand > 0) {
            sizes[demands % SIZES] = Halves.round((float) value);
            demands = demands + 1 < 2 * SIZES ? demands + 1 : SIZES;
        }
        totals.observe(value - expected, seen);
        seen++;
        time++;
    }

    private double level() {
        double best = Double.MAX_VALUE;
        for (float loss : losses) {
            best = Math.min(best, loss);
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < GAINS.length; i++) {
            double weight = best > 0 ? thirtySecondPower(best / losses[i]) : 1;
            sum += weight * levels[i];
            weights += weight;
        }
        return sum / weights;
    }

    private static double thirtySecondPower(double value) {
        double fourth = value * value * value * value;
        double sixteenth = fourth * fourth * fourth * fourth;
        return sixteenth * sixteenth;
    }

    /** What a total has to add for the parts of large demands that the levels leave out. */
    private double lift() {
        return kept > 0 ? Math.min(LIFT_MAX, whole / kept) : 1;
    }

    /** The expected demand {@code step} steps ahead. */
    double mean(int step) {
        return level() * factor(time + step - 1);
    }

    @Override
    public List<DemandDistribution> distributions(int steps) {
        float[] sorted = Arrays.copyOf(sizes, Math.min(demands, SIZES));
        Arrays.sort(sorted);
        List<DemandDistribution> distributions = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            distributions.add(distribution(step, sorted));
        }
        return distributions;
    }

    /** Nothing with the probability of no demand, else one of the last sizes. */
    private DemandDistribution distribution(int step, float[] sorted) {
        double chance = Math.min(1, this.chance * chanceFactor(time + step - 1));
        double[] values = new double[Scores.COUNT];
        double[] probabilities = DemandDistribution.probabilities();
        for (int i = 0; i < values.length; i++) {
            double within = chance > 0 ? (probabilities[i] - (1 - chance)) / chance : -1;
            values[i] = within <= 0 || sorted.length == 0 ? 0 : size(sorted, within);
        }
        return DemandDistribution.of(mean(step), values);
    }

    private static double size(float[] sorted, double probability) {
        double place = probability * (sorted.length + 1) - 1;
        if (place <= 0) {
            return sorted[0] * (probability * (sorted.length + 1));
        }
        int below = (int) place;
        if (below >= sorted.length - 1) {
            double beyond = place - (sorted.length - 1);
            return sorted[sorted.length - 1] * (1 + beyond);
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    @Override
    public DemandDistribution total(int steps) {
        double mean = 0;
        double none = 1;
        for (int step = 1; step <= steps; step++) {
            mean += mean(step);
            none *= 1 - Math.min(1, slowChance * chanceFactor(time + step - 1));
        }
        return totals.of(slowed(mean) * lift(), steps, none);
    }

    /** Levels fall with every day without demand, faster than what is asked for over a lead time does. */
    private double slowed(double mean) {
        double level = level();
        return level > 0 && kept > 0 ? mean * StrictMath.pow(kept / level, SLOW_SHARE) : mean;
    }

    @Override
    public double expected() {
        return mean(1);
    }

    @Override
    public void write(StateWriter out) {
        out.count(time);
        out.count(seen);
        out.count(demands);
        out.single(chance);
        out.single(slowChance);
        out.single(whole);
        out.single(kept);
        out.singles(levels);
        out.singles(losses);
        if (season > 1) {
            out.singles(placeChances);
            out.singles(placeSizes);
        }
        for (int i = 0; i < Math.min(demands, SIZES); i++) {
            out.half(Halves.of(sizes[i]));
        }
        totals.write(out);
        out.octet(plausible.toBits());
    }

    @Override
    public void read(StateReader in) {
        time = in.count();
        seen = in.count();
        demands = in.count();
        chance = in.single();
        slowChance = in.single();
        whole = in.single();
        kept = in.single();
        in.singles(levels);
        in.singles(losses);
        if (season > 1) {
            in.singles(placeChances);
            in.singles(placeSizes);
        }
        for (int i = 0; i < Math.min(demands, SIZES); i++) {
            sizes[i] = Halves.value(in.half());
        }
        totals.read(in);
        if (in.version() >= Forecaster.VERSION_OF_ZEROS) {
            plausible.read(in.octet());
        } else if (seen > time && seen < SEEN_OF_START) {
            startSlowLevel();
        }
    }

    /** Of older states those that have seen a category's values have slow levels that started from 0. */
    private void startSlowLevel() {
        double start = level();
        if (kept < start) {
            whole = (float) (start * lift());
            kept = (float) start;
        }
    }

    /** A model that starts from a category's values, which count for {@code values} of its own. */
    static CountModel from(List<Integer> seasons, ColdStart prior, int values) {
        CountModel model = new CountModel(seasons);
        Arrays.fill(model.levels, (float) prior.level());
        model.kept = (float) prior.level();
        model.whole = model.kept;
        model.chance = (float) (1 - prior.zeros());
        model.slowChance = model.chance;
        model.seen = values;
        if (prior.zeros() < 1 && prior.level() > 0) {
            model.sizes[0] = Halves.round((float) (prior.level() / (1 - prior.zeros())));
            model.demands = 1;
        }
        model.totals.start(prior.deviation());
        return model;
    }
}
