package io.stockmate.producers.trial;

/** What a shop sold on each of its last days. */
final class RecentSales {
    private static final int DAYS = 28;

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

    /** The mean over {@code interval} days and {@code safety} deviations above it. */
    long level(long interval, double safety) {
        int known = Math.min(DAYS, closed);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < known; i++) {
            sum += days[i];
            squares += (double) days[i] * days[i];
        }
        double mean = sum / known;
        double deviation = StrictMath.sqrt(Math.max(0, squares / known - mean * mean) * known / (known - 1));
        return (long) StrictMath.ceil(mean * interval + safety * deviation * StrictMath.sqrt(interval));
    }
}
