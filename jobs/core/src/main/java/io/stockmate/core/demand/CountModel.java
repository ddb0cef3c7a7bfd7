package io.stockmate.core.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts intermittent demand. Whether there is demand and how much are kept apart (Croston, 1972; Teunter, Syntetos
 * and Babai, 2011): a probability per place in the season, shrunk towards the usual one, and the last sizes.
 */
final class CountModel implements DemandModel {
    private static final double LIFT_MAX = 1.5;
    private static final double CHANCE_GAIN = 0.08;
    /** Over a lead time, whether there is demand at all is told by a longer past than for the next day. */
    private static final double SLOW_CHANCE_GAIN = 0.03;

    /** Of the logarithm of a total's mean so much is the slowest level's. */
    private static final double SLOW_SHARE = 0.3;

    /** After so many values it hardly matters from what levels started. */
    private static final int SEEN_OF_START = 100;

    /** A demand counts for at most this multiple of the usual size: single orders do not repeat. */
    private static final double CLIP = 2.5;

    /** Of fewer demands the usual size is not known. */
    private static final int DEMANDS_BEFORE_CLIP = 4;

    /** Of fewer demands the largest tells little of how large they get. */
    private static final int DEMANDS_THAT_TELL = 8;

    private final CountLevels levels = new CountLevels();
    private final CountSeason season;
    private final DemandSizes sizes = new DemandSizes();
    private final CountTotals totals = new CountTotals();
    private final Plausible plausible = new Plausible();
    private float chance;
    private float slowChance;
    private float whole;
    private float kept;
    private int seen;
    private int time;

    CountModel(List<Integer> seasons) {
        season = new CountSeason(seasons);
    }

    /** A model that starts from a category's values, which count for {@code values} of its own. */
    static CountModel from(List<Integer> seasons, ColdStart prior, int values) {
        CountModel model = new CountModel(seasons);
        model.levels.start(prior.level());
        model.kept = (float) prior.level();
        model.whole = model.kept;
        model.chance = (float) (1 - prior.zeros());
        model.slowChance = model.chance;
        model.seen = values;
        if (prior.zeros() < 1 && prior.level() > 0) {
            model.sizes.add(prior.level() / (1 - prior.zeros()));
        }
        model.totals.start(prior.deviation());
        return model;
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
        return sizes.demands() < DEMANDS_THAT_TELL || value <= 0
                ? value
                : plausible.bounded(value, 0, CLIP * sizes.largest(), totals.deviation());
    }

    private void learn(double value) {
        double usual = sizes.mean();
        double clipped = sizes.demands() >= DEMANDS_BEFORE_CLIP ? Math.min(value, CLIP * usual) : value;
        double factor = season.factor(time, seen, usual);
        double expected = levels.combined() * factor * lift();
        levels.observe(clipped, factor, seen, season.isLongerThan(seen) ? 1 : factor);
        double demand = value > 0 ? 1 : 0;
        double slow = Math.max(CountLevels.SLOW_GAIN, 1.0 / (seen + 1));
        whole += (float) (slow * (value - whole));
        kept += (float) (slow * (clipped - kept));
        chance += (float) (Math.max(CHANCE_GAIN, 1.0 / (seen + 1)) * (demand - chance));
        slowChance += (float) (Math.max(SLOW_CHANCE_GAIN, 1.0 / (seen + 1)) * (demand - slowChance));
        season.observe(time, clipped, value > 0, seen);
        if (value > 0) {
            sizes.add(value);
        }
        totals.observe(value - expected, seen);
        seen++;
        time++;
        totals.calibrate(value, seen, length -> total(length).quantile(CountTotals.CALIBRATED));
    }

    /** What a total has to add for the parts of large demands that the levels leave out. */
    private double lift() {
        return kept > 0 ? Math.min(LIFT_MAX, whole / kept) : 1;
    }

    /** The expected demand {@code step} steps ahead. */
    double mean(int step) {
        return levels.combined() * season.factor(time + step - 1, seen, sizes.mean());
    }

    @Override
    public double expected() {
        return mean(1);
    }

    @Override
    public List<DemandDistribution> distributions(int steps) {
        float[] ascending = sizes.ascending();
        List<DemandDistribution> distributions = new ArrayList<>(steps);
        for (int step = 1; step <= steps; step++) {
            distributions.add(distribution(step, ascending));
        }
        return distributions;
    }

    /** Nothing with the probability of no demand, else one of the last sizes. */
    private DemandDistribution distribution(int step, float[] ascending) {
        double chance = Math.min(1, this.chance * season.chanceFactor(time + step - 1, seen));
        double[] values = new double[Scores.COUNT];
        double[] probabilities = DemandDistribution.probabilities();
        for (int i = 0; i < values.length; i++) {
            double within = chance > 0 ? (probabilities[i] - (1 - chance)) / chance : -1;
            values[i] = within <= 0 || ascending.length == 0 ? 0 : DemandSizes.quantile(ascending, within);
        }
        return DemandDistribution.of(mean(step), values);
    }

    @Override
    public DemandDistribution total(int steps) {
        double level = levels.combined();
        double usual = sizes.mean();
        double mean = 0;
        double none = 1;
        for (int step = 1; step <= steps; step++) {
            mean += level * season.factor(time + step - 1, seen, usual);
            none *= 1 - Math.min(1, slowChance * season.chanceFactor(time + step - 1, seen));
        }
        return totals.of(slowed(mean, level) * lift(), steps, none);
    }

    /** Levels fall with every day without demand, faster than what is asked for over a lead time does. */
    private double slowed(double mean, double level) {
        return level > 0 && kept > 0 ? mean * StrictMath.pow(kept / level, SLOW_SHARE) : mean;
    }

    @Override
    public void write(StateWriter out) {
        out.count(time);
        out.count(seen);
        sizes.writeCount(out);
        out.single(chance);
        out.single(slowChance);
        out.single(whole);
        out.single(kept);
        levels.write(out);
        season.write(out);
        sizes.write(out);
        totals.write(out);
        out.octet(plausible.toBits());
    }

    @Override
    public void read(StateReader in) {
        time = in.count();
        seen = in.count();
        sizes.readCount(in);
        chance = in.single();
        slowChance = in.single();
        whole = in.single();
        kept = in.single();
        levels.read(in);
        season.read(in);
        sizes.read(in);
        totals.read(in);
        if (in.version() >= StateVersion.OF_ZEROS) {
            plausible.read(in.octet());
        } else if (seen > time && seen < SEEN_OF_START) {
            startSlowLevel();
        }
    }

    /** Of older states those that have seen a category's values have slow levels that started from 0. */
    private void startSlowLevel() {
        double start = levels.combined();
        if (kept < start) {
            whole = (float) (start * lift());
            kept = (float) start;
        }
    }
}
