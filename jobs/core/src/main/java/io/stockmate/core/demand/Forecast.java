package io.stockmate.core.demand;

import java.util.List;

/** What a {@link Forecaster} expects of the next steps, one distribution each. */
public record Forecast(List<DemandDistribution> steps) {
    public Forecast {
        steps = List.copyOf(steps);
    }

    /** How many steps ahead it reaches. */
    public int horizon() {
        return steps.size();
    }

    /** The distribution of the value {@code step} steps ahead, the next value being 1. */
    public DemandDistribution at(int step) {
        return steps.get(step - 1);
    }

    /** The expected value {@code step} steps ahead. */
    public double mean(int step) {
        return at(step).mean();
    }

    /** The value {@code step} steps ahead that is not exceeded with {@code probability}. */
    public double quantile(int step, double probability) {
        return at(step).quantile(probability);
    }
}
