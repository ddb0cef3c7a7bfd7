package io.stockmate.benchmarks.faults;

/**
 * An anomaly in place of some values.
 *
 * @param values what is observed from its place on; NaN for a value that does not come
 * @param logOdds natural logarithm of the odds with which one who knows the law tells it from chance, given these
 *     values
 */
record Planted(double[] values, double logOdds) {}
