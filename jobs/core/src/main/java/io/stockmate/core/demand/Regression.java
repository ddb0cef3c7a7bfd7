package io.stockmate.core.demand;

import java.util.Arrays;
import java.util.List;

/**
 * What known covariates do to a value, as a factor on what is expected without them: 1 + Σ effect · covariate. Effects
 * are learned by recursive least squares with a diagonal covariance (a Kalman filter of slowly changing effects;
 * Harvey, 1989).
 */
final class Regression {
    private static final double VARIANCE_START = 1;
    private static final double VARIANCE_GROWTH = 1e-4;
    private static final double SURPRISE_MAX = 3;
    private static final double NOISE_GAIN = 0.02;
    private static final double FACTOR_MIN = 0.1;

    private final float[] effects;
    private final float[] variances;

    /** The variance of values relative to what is expected; below 1 it is taken for 1. */
    private float noise = 1;

    /** The mean surprise, 0 where forecasts are without bias: effects tell what lies beyond it. */
    private float bias;

    /** @param starting what is taken for the effects until values tell, one per covariate */
    Regression(List<Double> starting) {
        effects = new float[starting.size()];
        variances = new float[effects.length];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = starting.get(i).floatValue();
        }
        Arrays.fill(variances, (float) VARIANCE_START);
    }

    /** By what covariates multiply the value. */
    double factor(double[] covariates) {
        return Math.max(FACTOR_MIN, sum(covariates));
    }

    /**
     * The value as it would have been without covariates; NaN where these leave next to nothing, which tells nothing.
     */
    double without(double value, double[] covariates) {
        double factor = sum(covariates);
        return factor < FACTOR_MIN ? Double.NaN : value / factor;
    }

    private double sum(double[] covariates) {
        double factor = 1;
        for (int i = 0; i < effects.length; i++) {
            factor += effects[i] * covariates[i];
        }
        return factor;
    }

    /**
     * Learns from a value and what was expected of it without covariates; where that is not above 0 there is no ratio.
     */
    void learn(double value, double expected, double[] covariates) {
        if (!(expected > 0)) {
            return;
        }
        double usual = Math.max(1, noise);
        double total = usual;
        double surprise = value / expected - 1;
        for (int i = 0; i < effects.length; i++) {
            total += variances[i] * covariates[i] * covariates[i];
            surprise -= effects[i] * covariates[i];
        }
        double limit = SURPRISE_MAX * StrictMath.sqrt(usual);
        noise += (float) (NOISE_GAIN * (Math.min(surprise * surprise, 4 * limit * limit) - noise));
        surprise = Math.max(-limit, Math.min(limit, surprise));
        double usualSurprise = bias;
        bias += (float) (NOISE_GAIN * (surprise - bias));
        surprise -= usualSurprise;
        for (int i = 0; i < effects.length; i++) {
            double gain = variances[i] * covariates[i] / total;
            effects[i] += (float) (gain * surprise);
            variances[i] =
                    (float) Math.min(VARIANCE_START, variances[i] * (1 - gain * covariates[i]) + VARIANCE_GROWTH);
        }
    }

    void write(StateWriter out) {
        if (effects.length == 0) {
            return;
        }
        out.single(noise);
        out.single(bias);
        out.singles(effects);
        out.singles(variances);
    }

    /** Version 2 knew neither noise nor bias. */
    void read(StateReader in) {
        if (effects.length == 0) {
            return;
        }
        if (in.version() > StateVersion.FIRST) {
            noise = in.single();
            bias = in.single();
        }
        in.singles(effects);
        in.singles(variances);
    }
}
