package io.stockmate.benchmarks.stock;

/** The last days' demand of one item. */
final class RecentDemand {
    static final int DAYS = 28;

    private final double[] values = new double[DAYS];
    private int seen;

    void add(double value) {
        values[seen++ % DAYS] = value;
    }

    private int count() {
        return Math.min(seen, DAYS);
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += values[i];
        }
        return seen == 0 ? 0 : sum / count();
    }

    /** The sample standard deviation; 0 before the second value. */
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < count(); i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return seen < 2 ? 0 : Math.sqrt(squares / (count() - 1));
    }
}
