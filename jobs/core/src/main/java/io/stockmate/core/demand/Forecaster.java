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
    private static final double GAIN = 0.15;
    private static final double SEASON_GAIN = 0.1;
    private static final double[] NORMAL = {
        -2.5758, -1.96, -1.6449, -1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816, 1.6449, 1.96,
        2.3263, 2.5758
    };

    private final ForecasterSettings settings;
    private final float[] profile;
    private int count;
    private float level = Float.NaN;
    private float variance;
    private boolean negative;

    private Forecaster(ForecasterSettings settings) {
        this.settings = settings;
        this.profile =
                new float[settings.seasons().isEmpty() ? 1 : settings.seasons().get(0)];
    }

    /** A forecaster that has seen nothing: until the first value its forecasts are NaN. */
    public static Forecaster of(ForecasterSettings settings) {
        return new Forecaster(settings);
    }

    /** A forecaster that has seen nothing and expects what its category does. */
    public static Forecaster of(ForecasterSettings settings, ColdStart prior) {
        Forecaster forecaster = new Forecaster(settings);
        forecaster.level = (float) prior.level();
        forecaster.variance = (float) (prior.deviation() * prior.deviation());
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
        forecaster.level = in.single();
        forecaster.variance = in.single();
        in.singles(forecaster.profile);
        in.end();
        return forecaster;
    }

    /** The whole state, versioned; equal states give equal bytes. */
    public byte[] write() {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        out.count(count);
        out.octet(negative ? 1 : 0);
        out.single(level);
        out.single(variance);
        out.singles(profile);
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
        int place = count % profile.length;
        count++;
        if (Double.isNaN(value)) {
            return;
        }
        negative |= value < 0;
        if (Float.isNaN(level)) {
            level = (float) value;
            return;
        }
        double error = value - level - profile[place];
        variance += (float) (GAIN * (error * error - variance));
        level += (float) (GAIN * error);
        if (profile.length > 1) {
            profile[place] += (float) (SEASON_GAIN * error);
        }
    }

    /**
     * The next {@code horizon} values.
     *
     * @param regressors the covariates of each of these steps; none where the settings have none
     */
    public Forecast forecast(int horizon, double[]... regressors) {
        checkHorizon(horizon, regressors);
        List<DemandDistribution> steps = new ArrayList<>(horizon);
        for (int step = 1; step <= horizon; step++) {
            steps.add(distribution(
                    level + profile[(count + step - 1) % profile.length],
                    StrictMath.sqrt(variance * (1 + (step - 1) * GAIN * GAIN))));
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
        double sum = 0;
        for (int step = 1; step <= steps; step++) {
            sum += level + profile[(count + step - 1) % profile.length];
        }
        return distribution(sum, StrictMath.sqrt(variance * steps));
    }

    private DemandDistribution distribution(double expected, double deviation) {
        double mean = negative ? expected : Math.max(0, expected);
        double[] values = new double[NORMAL.length];
        for (int i = 0; i < values.length; i++) {
            double value = mean + NORMAL[i] * deviation;
            values[i] = negative ? value : Math.max(0, value);
        }
        return DemandDistribution.of(mean, values);
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
