package io.stockmate.core.demand.daily;

import java.util.Arrays;

/** The demand of the last four weeks, {@linkplain PieceWriter#shortened shortened}, by which the challengers forecast. */
final class RecentDays {
    static final int DAYS = 28;
    private static final int WEEK = 7;

    private final float[] values = new float[DAYS];
    private int next;

    RecentDays() {
        Arrays.fill(values, Float.NaN);
    }

    /** NaN where the day's demand is not known. */
    void add(double demand) {
        values[next] = PieceWriter.shortened(demand);
        next = (next + 1) % DAYS;
    }

    /** The newest known value of the weekday that comes next. */
    Expectation seasonalNaive() {
        double found = Double.NaN;
        double squares = 0;
        int pairs = 0;
        for (int back = DAYS; back >= WEEK; back -= WEEK) {
            double value = back(back);
            found = Double.isNaN(value) ? found : value;
        }
        for (int back = 1; back <= DAYS - WEEK; back++) {
            double change = back(back) - back(back + WEEK);
            if (!Double.isNaN(change)) {
                squares += change * change;
                pairs++;
            }
        }
        return Expectation.normal(found, pairs == 0 ? 0 : StrictMath.sqrt(squares / pairs));
    }

    Expectation movingAverage() {
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int back = 1; back <= DAYS; back++) {
            double value = back(back);
            if (!Double.isNaN(value)) {
                sum += value;
                squares += value * value;
                known++;
            }
        }
        double mean = sum / known;
        return Expectation.normal(mean, StrictMath.sqrt(Math.max(0, squares / known - mean * mean)));
    }

    boolean areKnown() {
        for (float value : values) {
            if (Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    private double back(int days) {
        return values[(next - days + DAYS) % DAYS];
    }

    void write(PieceWriter out) {
        for (int back = DAYS; back >= 1; back--) {
            out.quantity((float) back(back));
        }
    }

    static RecentDays read(PieceReader in) {
        RecentDays days = new RecentDays();
        for (int i = 0; i < DAYS; i++) {
            days.values[i] =
                    PieceWriter.shortened(in.version() < Series.VERSION_OF_SHORT_NUMBERS ? in.single() : in.quantity());
        }
        return days;
    }
}
