package io.stockmate.benchmarks.faults;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A daily season plus an autoregression of first order, to two decimals: values = level + season + x, x = φ · x before
 * + ε. φ = 0 is noise, φ = 1 a random walk.
 */
final class NoiseSeries implements CleanSeries {
    private static final double LEVEL = 100;
    private static final double RESOLUTION = 0.01;

    private final double phi;
    private final double seasonSize;
    private final Innovation law;
    private final double[] innovations;
    private final double[] states;
    private final double[] values;

    NoiseSeries(double phi, double seasonSize, Innovation law, int count, Random random) {
        this.phi = phi;
        this.seasonSize = seasonSize;
        this.law = law;
        innovations = new double[count];
        states = new double[count];
        values = new double[count];
        double state = 0;
        for (int i = 0; i < count; i++) {
            innovations[i] = law.draw(random);
            state = phi * state + innovations[i];
            states[i] = state;
            values[i] = random.nextDouble() < MISSING_SHARE ? Double.NaN : observed(i, state);
        }
    }

    private double observed(int at, double state) {
        double day = 2 * Math.PI * at / Trials.VALUES_PER_DAY;
        double season = seasonSize * (Math.sin(day) + 0.4 * Math.cos(2 * day));
        return Math.rint((LEVEL + season + state) / RESOLUTION) * RESOLUTION;
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public @Nullable Planted plant(Fault fault, int at, double size) {
        return switch (fault) {
            case SPIKE, LEVEL_SHIFT -> added(at, fault.length(), size, 0);
            case DIP -> added(at, fault.length(), -size, 0);
            case DRIFT -> added(at, fault.length(), 0, size / fault.length());
            case VARIANCE -> scaled(at, fault.length(), 1 + size);
            case FROZEN -> frozen(at, (int) size);
            case MISSING -> CleanSeries.missing((int) size);
            case DEMAND_SPIKE, SHRINKAGE, PHANTOM_STOCK, ISSUE_BURST -> null;
        };
    }

    private Planted added(int at, int length, double step, double slope) {
        double[] planted = new double[length];
        double logOdds = 0;
        double before = 0;
        for (int i = 0; i < length; i++) {
            double added = step + slope * (i + 1);
            double innovation = innovations[at + i];
            logOdds += law.logDensity(innovation) - law.logDensity(innovation + added - phi * before);
            planted[i] = observed(at + i, states[at + i] + added);
            before = added;
        }
        return new Planted(planted, logOdds);
    }

    private Planted scaled(int at, int length, double factor) {
        double[] planted = new double[length];
        double logOdds = 0;
        double state = states[at - 1];
        for (int i = 0; i < length; i++) {
            double innovation = innovations[at + i];
            logOdds += law.logDensity(innovation) - Math.log(factor) - law.logDensity(factor * innovation);
            state = phi * state + factor * innovation;
            planted[i] = observed(at + i, state);
        }
        return new Planted(planted, logOdds);
    }

    private Planted frozen(int at, int length) {
        double[] planted = new double[length];
        double value = observed(at - 1, states[at - 1]);
        double state = states[at - 1];
        double logOdds = 0;
        for (int i = 0; i < length; i++) {
            planted[i] = value;
            double needed = value - observed(at + i, 0);
            logOdds -= law.logDensity(needed - phi * state) + Math.log(RESOLUTION);
            state = needed;
        }
        return new Planted(planted, logOdds);
    }
}
