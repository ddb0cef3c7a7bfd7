package io.stockmate.benchmarks;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/** The figure that as many rounds exceeded as fell short of: what a bench prints. */
public final class Median {
    private static final double HALF = 50;

    private Median() {}

    /** Of an even number the mean of the two in the middle; NaN of none. */
    public static double of(List<Double> figures) {
        return StatUtils.percentile(
                figures.stream().mapToDouble(Double::doubleValue).toArray(), HALF);
    }
}
