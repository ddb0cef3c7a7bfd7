package io.stockmate.benchmarks.stock;

/**
 * What one policy came to, in one view.
 *
 * @param fill the share of demand that was served
 * @param stock what was on hand at closing time: days of demand per item, or units in all
 */
record StockOutcome(double fill, double stock) {}
