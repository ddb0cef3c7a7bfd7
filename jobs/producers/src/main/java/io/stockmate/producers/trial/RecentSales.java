package io.stockmate.producers.trial;

/** What a shop sold on each of its last days. */
final class RecentSales {
    private static final int DAYS = 28;

    /** The standard normal's 95 % quantile. */
    private static final double K95 = 1.645;

    private final long[] days = new long[DAYS];
    private int closed;
    private long today;

    void sold(long qty) {
        today += qty;
    }

    void closeDay() {
        days[closed % DAYS] = today;
        closed++;
        today = 0;
    }

    boolean isKnown() {
        return closed > 1;
    }

    /** What is to be on hand and on order so that {@code interval} days are served at 95 %. */
    long level(long interval) {
        int known = Math.min(DAYS, closed);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < known; i++) {
            sum += days[i];
            squares += (double) days[i] * days[i];
        }
        double mean = sum / known;
        double deviation = StrictMath.sqrt(Math.max(0, squares / known - mean * mean) * known / (known - 1));
        return (long) StrictMath.ceil(mean * interval + K95 * deviation * StrictMath.sqrt(interval));
    }
}
