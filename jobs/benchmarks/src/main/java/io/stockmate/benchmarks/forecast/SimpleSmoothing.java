package io.stockmate.benchmarks.forecast;

import java.util.Arrays;

/**
 * One-step forecasts of classical methods: element i is what was expected of value i, the last one of the next value.
 */
final class SimpleSmoothing {
    private SimpleSmoothing() {}

    /** The value {@code lag} steps before; there are {@code lag} elements beyond the history. */
    static double[] lagged(double[] values, int lag) {
        double[] fitted = new double[values.length + lag];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = values[i < lag ? 0 : i - lag];
        }
        return fitted;
    }

    static double[] movingAverage(double[] values, int window) {
        double[] fitted = new double[values.length + 1];
        fitted[0] = values[0];
        for (int i = 1; i <= values.length; i++) {
            int from = Math.max(0, i - window);
            fitted[i] = Arrays.stream(values, from, i).sum() / (i - from);
        }
        return fitted;
    }

    static double[] exponential(double[] values, double gain) {
        double[] fitted = new double[values.length + 1];
        fitted[0] = values[0];
        for (int i = 0; i < values.length; i++) {
            fitted[i + 1] = fitted[i] + gain * (values[i] - fitted[i]);
        }
        return fitted;
    }

    /**
     * Croston's method (1972): smoothed size over smoothed interval, both moved by demands alone.
     *
     * @param correction 1 for Croston's own, 1 − gain/2 for Syntetos and Boylan's (2005)
     */
    static double[] croston(double[] values, double gain, double correction) {
        double[] fitted = new double[values.length + 1];
        double size = 0;
        double interval = 0;
        int waited = 1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                size = interval == 0 ? values[i] : size + gain * (values[i] - size);
                interval = interval == 0 ? waited : interval + gain * (waited - interval);
                waited = 1;
            } else {
                waited++;
            }
            fitted[i + 1] = interval == 0 ? 0 : correction * size / interval;
        }
        return fitted;
    }

    /** Teunter, Syntetos and Babai's method (2011): smoothed probability of a demand times smoothed size. */
    static double[] teunter(double[] values, double gain) {
        double[] fitted = new double[values.length + 1];
        double size = 0;
        double probability = -1;
        for (int i = 0; i < values.length; i++) {
            double demand = values[i] > 0 ? 1 : 0;
            if (demand > 0) {
                size = size == 0 ? values[i] : size + gain * (values[i] - size);
            }
            probability = probability < 0 ? demand : probability + gain * (demand - probability);
            fitted[i + 1] = probability * size;
        }
        return fitted;
    }
}
