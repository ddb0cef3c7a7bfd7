package io.stockmate.local.explain;

/**
 * A value of a series.
 *
 * @param ts book time, epoch milliseconds UTC
 * @param value in units of 10⁻⁴
 */
record Point(long ts, long value) {}
