package io.stockmate.producers;

/** How a week of customers goes, by weekday and hour of UTC. */
final class ShoppingWeek {
    private static final long HOUR_MS = 3_600_000;
    private static final int HOURS = 24;
    private static final int DAYS = 7;

    /** 1970-01-01 was a Thursday; the week begins on Monday. */
    private static final int FIRST_DAY = 3;

    private static final int[] BY_DAY = {60, 65, 70, 75, 90, 100, 50};
    private static final int[] BY_HOUR = {
        12, 8, 6, 6, 8, 15, 25, 40, 55, 65, 70, 75, 80, 75, 70, 70, 75, 90, 100, 100, 85, 60, 40, 20
    };

    private ShoppingWeek() {}

    /** Of the busiest hour, in percent, at least 1. */
    static int percent(long bookTime) {
        long hours = Math.floorDiv(bookTime, HOUR_MS);
        int day = (int) Math.floorMod(Math.floorDiv(hours, HOURS) + FIRST_DAY, DAYS);
        int hour = Math.floorMod(hours, HOURS);
        return Math.max(1, BY_DAY[day] * BY_HOUR[hour] / 100);
    }
}
