package io.stockmate.core.demand;

import java.util.List;

/**
 * Forecasts a series that is not intermittent: as it is and adjusted by its seasons, by a bank of smoothers on each.
 */
final class SmoothModel implements DemandModel {
    /**
     * Where the season leaves less of the usual, values tell nothing of it: zeros of closed days would pull it down.
     */
    private static final double FACTOR_THAT_TELLS = 0.2;

    private final Plausible plausible = new Plausible();
    private final Seasons seasons;
    private final Path[] paths;
    private final ExpertBank bank;
    private int time;
    private boolean negative;

    SmoothModel(List<Integer> lengths) {
        seasons = new Seasons(lengths);
        paths = new Path[seasons.paths()];
        for (int p = 0; p < paths.length; p++) {
            paths[p] = new Path();
        }
        bank = new ExpertBank(seasons, Reach.of(lengths));
    }

    /** A model that starts from a category's values, which count for {@code values} of its own. */
    static SmoothModel from(List<Integer> seasons, ColdStart prior, int values) {
        SmoothModel model = new SmoothModel(seasons);
        model.paths[0].start(prior.level(), values);
        model.bank.start(prior.deviation(), values);
        return model;
    }

    @Override
    public void observe(double value) {
        negative |= value < 0;
        int used = seasons.used();
        if (Double.isNaN(value)) {
            skip(used);
            return;
        }
        double read = plausible.read(value, paths[used - 1], seasons.factor(used - 1, time), bank.usualError(time));
        bank.score(read, time);
        for (int p = 0; p < used; p++) {
            adjust(p, read, seasons.factor(p, time));
        }
        learnSeasons(read);
        time++;
        if (paths[0].seen() >= 2) {
            bank.snapshot(paths, time);
        }
    }

    private void adjust(int path, double value, double factor) {
        if (factor < FACTOR_THAT_TELLS) {
            paths[path].skip();
        } else {
            paths[path].observe(value / factor);
        }
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
        for (int s = 0; s < seasons.count(); s++) {
            SeasonProfile season = seasons.profile(s);
            double factor = season.factor(SeasonProfile.SPEEDS - 1, time);
            boolean became = season.observe(time, rest);
            if (became && s == 0) {
                replay(season);
            } else if (became) {
                rescale(season);
            }
            rest /= factor;
        }
    }

    /**
     * Once the first season is usable, the values still kept start the adjusted paths; without any, the usual level
     * does.
     */
    private void replay(SeasonProfile season) {
        for (int p = 1; p < paths.length; p++) {
            if (season.kept() == 0) {
                paths[p].start(paths[0].usual() / season.factor(p - 1, time), paths[0].seen());
            }
            for (int back = season.kept() - 1; back >= 0; back--) {
                adjust(p, season.past(back), season.factor(p - 1, time - back));
            }
        }
        bank.forget();
    }

    private void rescale(SeasonProfile season) {
        for (int p = 1; p < paths.length; p++) {
            paths[p].scale(1 / season.factor(p - 1, time));
        }
        bank.forget();
    }

    @Override
    public List<DemandDistribution> distributions(int steps) {
        return bank.distributions(paths, time, steps, negative);
    }

    @Override
    public DemandDistribution total(int steps) {
        return bank.total(paths, time, steps, negative);
    }

    @Override
    public double expected() {
        int slow = seasons.used() - 1;
        return paths[slow].usual() * seasons.factor(slow, time);
    }

    @Override
    public void write(StateWriter out) {
        out.count(time);
        bank.writeNext(out);
        out.octet((negative ? 1 : 0) | plausible.toBits() << 1);
        seasons.write(out);
        for (int p = 0; p < seasons.used(); p++) {
            paths[p].write(out);
        }
        bank.write(out);
    }

    @Override
    public void read(StateReader in) {
        time = in.count();
        bank.readNext(in);
        int bits = in.octet();
        negative = (bits & 1) != 0;
        plausible.read(bits >> 1);
        seasons.read(in);
        for (int p = 0; p < seasons.used(); p++) {
            paths[p].read(in);
        }
        bank.read(in);
    }
}
