package io.stockmate.producers.trial;

import java.util.List;

/**
 * Goods that all shops sell.
 *
 * @param place from 1
 * @param unitsPerDay that customers ask for in the first week, on average
 * @param growthPercent of demand from week to week
 * @param leadTimeDays until a delivery, give or take one
 */
public record Goods(int place, long unitsPerDay, long growthPercent, long leadTimeDays) {
    /** Slow and fast ones, growing and shrinking, from near and far. */
    public static final List<Goods> ALL = List.of(
            new Goods(1, 6, 0, 3),
            new Goods(2, 8, 5, 5),
            new Goods(3, 12, 0, 7),
            new Goods(4, 16, 8, 4),
            new Goods(5, 20, -4, 6),
            new Goods(6, 30, 3, 2),
            new Goods(7, 40, 0, 5),
            new Goods(8, 60, 6, 3));

    /**
     * What a shop opens with, and what it fills up to where it orders by a fixed level: twice the protection
     * interval's.
     */
    long openingStock() {
        return 2 * unitsPerDay * (leadTimeDays + 1);
    }
}
