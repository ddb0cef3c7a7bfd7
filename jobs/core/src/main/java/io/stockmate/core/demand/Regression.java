package io.stockmate.core.demand;

import java.util.Arrays;
import java.util.List;

/**
 * What known covariates do to a value, as a factor on what is expected without them: 1 + Σ effect · covariate. Effects are
 * learned by recursive least squares with a diagonal covariance (a Kalman filter of slowly changing effects; Harvey, 1989).
 */
final class Regression {
    private static final double VARIANCE_START = 1;
    private static final double VARIANCE_GROWTH = 1e-4;
    private static final double SURPRISE_MAX = 3;
    private static final double FACTOR_MIN = 0.1;

    private final float[] effects;
    private final float[] variances;

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

    /** The value as it would have been without covariates; NaN where these leave next to nothing, which tells nothing. */
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

    /** Learns from a value and what was expected of it without covariates; where that is not above 0 there is no ratio. */
    void learn(double value, double expected, double[] covariates) {
        if (!(expected > 0)) {
            return;
        }
        double total = 1;
        double surprise = value / expected - 1;
        for (int i = 0; i < effects.length; i++) {
            total += variances[i] * covariates[i] * covariates[i];
            surprise -= effects[i] * covariates[i];
        }
        surprise = Math.max(-SURPRISE_MAX, Math.min(SURPRISE_MAX, surprise));
        for (int i = 0; i < effects.length; i++) {
            double gain = variances[i] * covariates[i] / total;
            effects[i] += (float) (gain * surprise);
            variances[i] =
                    (float) Math.min(VARIANCE_START, variances[i] * (1 - gain * covariates[i]) + VARIANCE_GROWTH);
        }
    }

    void write(StateWriter out) {
        out.singles(effects);
        out.singles(variances);
    }

    void read(StateReader in) {
        in.singles(effects);
        in.singles(variances);
    }
}
