package io.stockmate.core.demand;

/** The standard normal's quantiles. */
final class NormalScore {
    private static final double TAIL = 0.02425;
    private static final double[] MIDDLE_ABOVE = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] MIDDLE_BELOW = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_ABOVE = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_BELOW = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    private NormalScore() {}

    /**
     * The value that is not exceeded with {@code probability}, between 0 and 1, both excluded, to nine digits: Acklam,
     * An algorithm for computing the inverse normal cumulative distribution function, 2003.
     */
    static double of(double probability) {
        if (probability < TAIL) {
            double root = StrictMath.sqrt(-2 * StrictMath.log(probability));
            return polynomial(TAIL_ABOVE, root) / polynomial(TAIL_BELOW, root);
        }
        if (probability > 1 - TAIL) {
            return -of(1 - probability);
        }
        double distance = probability - 0.5;
        double square = distance * distance;
        return polynomial(MIDDLE_ABOVE, square) * distance / polynomial(MIDDLE_BELOW, square);
    }

    private static double polynomial(double[] coefficients, double at) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * at + coefficient;
        }
        return value;
    }
}
