package io.stockmate.producers.trial;

import io.stockmate.producers.DemandPattern;
import io.stockmate.producers.Pace;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The customers of one kind of goods: how many units each of an hour's asks for. */
final class Crowd {
    private static final long HOUR_MS = 3_600_000;
    private static final long HOURS_OF_A_WEEK = 168;
    private static final DemandPattern WEEK = DemandPattern.weekly(new Pace(1, 0));
    private static final long PERCENT_OF_A_WEEK = percentOfAWeek();

    /** A customer asks for 1 to 3 units, 2 on average. */
    private static final int UNITS_MAX = 3;

    private static final long UNITS_MEAN = 2;
    private static final int MINUTES = 60;
    private static final long MILLION = 1_000_000;

    private final SplittableRandom random;
    private final Goods goods;
    private final long openedAt;

    Crowd(SplittableRandom random, Goods goods, long openedAt) {
        this.random = random;
        this.goods = goods;
        this.openedAt = openedAt;
    }

    /** Of the hour that begins at {@code time}: what each customer asks for. */
    long[] units(long time) {
        long perMillion = customersPerMillionMinutes(time);
        long[] units = new long[MINUTES];
        int customers = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            if (random.nextLong(MILLION) < perMillion) {
                units[customers++] = 1 + random.nextInt(UNITS_MAX);
            }
        }
        return Arrays.copyOf(units, customers);
    }

    private long customersPerMillionMinutes(long time) {
        long week = (time - openedAt) / (HOURS_OF_A_WEEK * HOUR_MS);
        long unitsPerWeek = 7 * goods.unitsPerDay() * (100 + week * goods.growthPercent()) / 100;
        return MILLION * unitsPerWeek * WEEK.applyAsInt(time) / (PERCENT_OF_A_WEEK * UNITS_MEAN * MINUTES);
    }

    private static long percentOfAWeek() {
        long sum = 0;
        for (long hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
            sum += WEEK.applyAsInt(hour * HOUR_MS);
        }
        return sum;
    }
}
