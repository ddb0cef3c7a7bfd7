package io.stockmate.local.picture;

/**
 * A value of a series.
 *
 * @param ts book time, epoch milliseconds UTC
 * @param value in units of 10⁻⁴
 */
public record Point(long ts, long value) {}
