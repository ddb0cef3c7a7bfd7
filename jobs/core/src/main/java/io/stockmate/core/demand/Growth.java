package io.stockmate.core.demand;

/** Powers of small whole numbers, computed once. */
final class Growth {
    private static final int REACH = 1024;
    private static final double[] LOGS = new double[REACH];

    static {
        for (int step = 1; step < REACH; step++) {
            LOGS[step] = StrictMath.log(step);
        }
    }

    private Growth() {}

    static double log(int step) {
        return step < REACH ? LOGS[step] : StrictMath.log(step);
    }

    static double eighthPower(double value) {
        double second = value * value;
        double fourth = second * second;
        return fourth * fourth;
    }

    static double power(int step, double exponent) {
        return step == 1 ? 1 : StrictMath.exp(exponent * log(step));
    }
}
