package io.stockmate.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts one series: reads each value once, keeps a bounded state and never refits. What it forecasts depends on the
 * values so far and on nothing else. Not safe for use by several threads.
 */
public final class Forecaster {
    private static final int VERSION = 0;
    private final ForecasterSettings settings;
    private final SmoothModel smooth;
    private int count;
    private boolean negative;

    private Forecaster(ForecasterSettings settings) {
        this.settings = settings;
        this.smooth = new SmoothModel(settings.seasons());
    }

    /** A forecaster that has seen nothing: until the first value its forecasts are NaN. */
    public static Forecaster of(ForecasterSettings settings) {
        return new Forecaster(settings);
    }

    /** A forecaster that has seen nothing and expects what its category does. */
    public static Forecaster of(ForecasterSettings settings, ColdStart prior) {
        Forecaster forecaster = new Forecaster(settings);
        forecaster.smooth.start(prior.level(), prior.deviation(), (int) StrictMath.rint(prior.weight()));
        return forecaster;
    }

    /**
     * The forecaster that wrote {@code state}; it goes on as that one would have.
     *
     * @throws IllegalArgumentException where the bytes are none of {@link #write}, or of other settings
     */
    public static Forecaster read(ForecasterSettings settings, byte[] state) {
        StateReader in = new StateReader(state);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "a forecaster's state of version " + version + "; this program reads version " + VERSION);
        }
        Forecaster forecaster = new Forecaster(settings);
        forecaster.count = in.count();
        forecaster.negative = in.octet() == 1;
        forecaster.smooth.read(in);
        in.end();
        return forecaster;
    }

    /** The whole state, versioned; equal states give equal bytes. */
    public byte[] write() {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        out.count(count);
        out.octet(negative ? 1 : 0);
        smooth.write(out);
        return out.bytes();
    }

    /** How many values it was given, missing ones included. */
    public int observed() {
        return count;
    }

    /**
     * Takes the next value; NaN where it is missing.
     *
     * @param regressors the covariates of this step, as many as the settings say
     */
    public void observe(double value, double... regressors) {
        checkRegressors(regressors);
        count++;
        negative |= value < 0;
        smooth.observe(value);
    }

    /**
     * The next {@code horizon} values.
     *
     * @param regressors the covariates of each of these steps; none where the settings have none
     */
    public Forecast forecast(int horizon, double[]... regressors) {
        checkHorizon(horizon, regressors);
        Outlook outlook = smooth.outlook(horizon);
        List<DemandDistribution> steps = new ArrayList<>(horizon);
        for (int step = 1; step <= horizon; step++) {
            double mean = outlook.means()[step - 1];
            steps.add(distribution(mean, outlook.errors(), outlook.errors().at(step) * outlook.units()[step - 1]));
        }
        return new Forecast(steps);
    }

    /**
     * The sum of the next {@code steps} values, the demand over a lead time; its quantiles are calibrated for the sum.
     *
     * @param regressors as for {@link #forecast}
     */
    public DemandDistribution total(int steps, double[]... regressors) {
        checkHorizon(steps, regressors);
        Outlook outlook = smooth.outlook(steps);
        double sum = Arrays.stream(outlook.means()).sum();
        return distribution(sum, outlook.totals(), outlook.totals().at(steps));
    }

    private DemandDistribution distribution(double expected, ErrorScale errors, double scale) {
        double mean = atLeastZero(expected);
        double spread = Double.isNaN(scale) ? Math.abs(mean) : scale;
        double[] values = new double[Scores.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = atLeastZero(expected + errors.multiplier(Scores.at(i)) * spread);
        }
        return DemandDistribution.of(mean, values);
    }

    private double atLeastZero(double value) {
        return negative ? value : Math.max(0, value);
    }

    private void checkHorizon(int horizon, double[][] regressors) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon " + horizon + " is below 1: ask for at least the next step");
        }
        if (settings.regressors() > 0 && regressors.length != horizon) {
            throw new IllegalArgumentException("covariates of " + regressors.length + " steps for a horizon of "
                    + horizon + ": give those of every step");
        }
        Arrays.stream(regressors).forEach(this::checkRegressors);
    }

    private void checkRegressors(double[] regressors) {
        if (regressors.length != settings.regressors()) {
            throw new IllegalArgumentException(
                    regressors.length + " covariates; the settings say " + settings.regressors());
        }
    }
}
