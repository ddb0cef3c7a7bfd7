package io.stockmate.benchmarks.faults;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Counts, such as pieces sold in five minutes, at a rate that follows the day. */
final class CountSeries implements CleanSeries {
    private static final double RATE = 20;
    private static final double SEASON_SHARE = 0.5;
    private static final int DIP_LENGTH = 3;

    private final double[] places;
    private final double[] values;

    CountSeries(int count, Random random) {
        places = new double[count];
        values = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = random.nextDouble();
            values[i] = random.nextDouble() < MISSING_SHARE ? Double.NaN : Poisson.at(places[i], rate(i));
        }
    }

    private static double rate(int at) {
        return RATE * (1 + SEASON_SHARE * Math.sin(2 * Math.PI * at / Trials.VALUES_PER_DAY));
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public @Nullable Planted plant(Fault fault, int at, double size) {
        return switch (fault) {
            case SPIKE, LEVEL_SHIFT, DEMAND_SPIKE -> atRate(at, fault.length(), 1 + size);
            case DIP -> atRate(at, DIP_LENGTH, Math.exp(-size));
            case FROZEN -> frozen(at, (int) size);
            case MISSING -> CleanSeries.missing((int) size);
            case DRIFT, VARIANCE, SHRINKAGE, PHANTOM_STOCK, ISSUE_BURST -> null;
        };
    }

    private Planted atRate(int at, int length, double factor) {
        double[] planted = new double[length];
        double logOdds = 0;
        for (int i = 0; i < length; i++) {
            double rate = rate(at + i);
            int count = Poisson.at(places[at + i], factor * rate);
            planted[i] = count;
            logOdds += count * Math.log(factor) - rate * (factor - 1);
        }
        return new Planted(planted, logOdds);
    }

    private Planted frozen(int at, int length) {
        int value = Poisson.at(places[at - 1], rate(at - 1));
        double[] planted = new double[length];
        double logOdds = 0;
        for (int i = 0; i < length; i++) {
            planted[i] = value;
            logOdds -= Poisson.logProbability(value, rate(at + i));
        }
        return new Planted(planted, logOdds);
    }
}
