package io.stockmate.producers.trial;

import java.util.SplittableRandom;

/**
 * How long deliveries of one kind of goods take: what is ordered on the same day takes equally long, whichever shop
 * ordered it, so that rules of ordering are compared and no luck.
 */
record Transit(long seed, Goods goods) {
    private static final long DAY_MS = 86_400_000;

    /** One day less than usual, as many or one more, each as probable as the others. */
    long days(long orderedAt) {
        long day = Math.floorDiv(orderedAt, DAY_MS);
        SplittableRandom chance = new SplittableRandom(seed + 31 * day);
        return goods.leadTimeDays() - 1 + chance.nextInt(3);
    }
}
