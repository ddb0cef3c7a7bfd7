package io.stockmate.core.view;

/**
 * What rests at one price.
 *
 * @param price in units of 10⁻⁴
 * @param orders how many orders make up the quantity
 */
public record PriceLevel(long price, long quantity, int orders) {}
