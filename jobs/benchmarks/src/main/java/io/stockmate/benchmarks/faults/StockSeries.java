package io.stockmate.benchmarks.faults;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Pieces on hand: receipts and issues are counts of the same rate, so that the level wanders. */
final class StockSeries implements CleanSeries {
    private static final double RATE = 8;
    private static final int START = 100_000;

    private final double[] issuePlaces;
    private final int[] receipts;
    private final int[] levels;
    private final double[] values;

    StockSeries(int count, Random random) {
        issuePlaces = new double[count];
        receipts = new int[count];
        levels = new int[count];
        values = new double[count];
        int level = START;
        for (int i = 0; i < count; i++) {
            issuePlaces[i] = random.nextDouble();
            receipts[i] = Poisson.at(random.nextDouble(), RATE);
            level += receipts[i] - Poisson.at(issuePlaces[i], RATE);
            levels[i] = level;
            values[i] = random.nextDouble() < MISSING_SHARE ? Double.NaN : level;
        }
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public @Nullable Planted plant(Fault fault, int at, double size) {
        return switch (fault) {
            case SHRINKAGE -> step(at, -(int) Math.round(size));
            case PHANTOM_STOCK -> step(at, (int) Math.round(size));
            case ISSUE_BURST -> burst(at, fault.length(), 1 + size);
            case FROZEN -> frozen(at, (int) size);
            case MISSING -> CleanSeries.missing((int) size);
            case SPIKE, DIP, LEVEL_SHIFT, DRIFT, VARIANCE, DEMAND_SPIKE -> null;
        };
    }

    private Planted step(int at, int pieces) {
        int difference = levels[at] - levels[at - 1];
        double logOdds = Poisson.logProbabilityOfDifference(difference, RATE, RATE)
                - Poisson.logProbabilityOfDifference(difference + pieces, RATE, RATE);
        return new Planted(new double[] {levels[at] + pieces}, logOdds);
    }

    /** The odds are those of one who sees the differences of the level, not receipts and issues apart. */
    private Planted burst(int at, int length, double factor) {
        double[] planted = new double[length];
        double logOdds = 0;
        int level = levels[at - 1];
        for (int i = 0; i < length; i++) {
            int difference = receipts[at + i] - Poisson.at(issuePlaces[at + i], factor * RATE);
            logOdds += Poisson.logProbabilityOfDifference(difference, RATE, factor * RATE)
                    - Poisson.logProbabilityOfDifference(difference, RATE, RATE);
            level += difference;
            planted[i] = level;
        }
        return new Planted(planted, logOdds);
    }

    private Planted frozen(int at, int length) {
        double[] planted = new double[length];
        Arrays.fill(planted, levels[at - 1]);
        return new Planted(planted, -length * Poisson.logProbabilityOfDifference(0, RATE, RATE));
    }
}
