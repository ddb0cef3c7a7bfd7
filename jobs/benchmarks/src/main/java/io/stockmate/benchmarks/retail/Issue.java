package io.stockmate.benchmarks.retail;

/**
 * An issue as the market published it, and what the file says of it.
 *
 * @param timeMillis book time
 * @param adjustment whether its row was an adjustment: never shown to a detector
 */
public record Issue(String symbol, long timeMillis, long quantity, boolean adjustment) {}
