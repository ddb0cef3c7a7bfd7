package io.stockmate.benchmarks.faults;

/**
 * A kind of anomaly. Each has a size; its odds are the likelihood ratio, over the values that it changes, between the
 * law with the anomaly at this place and of this size and the law without. What the size is, and which ratio follows,
 * is said per kind, with ε the innovation (what a value adds to its best prediction) and f its density.
 */
public enum Fault {
    /** One value higher by the size: f(ε) / f(ε + size). In counts, a rate higher by that share. */
    SPIKE(1),

    /**
     * One value lower by the size: f(ε) / f(ε − size). In counts, a rate lower by the factor e^−size, for three values.
     */
    DIP(1),

    /** Six values higher by the size; an autoregression with φ sees size at first and then (1 − φ) · size each time. */
    LEVEL_SHIFT(6),

    /** A ramp that gains the size in all over 24 values; innovations are moved by its differences as by a shift's. */
    DRIFT(24),

    /** Eight innovations larger by 1 + size: ∏ f(ε) / (1 + size) / f(ε · (1 + size)). */
    VARIANCE(8),

    /** The value before repeats itself, as often as the size says: 1 over the probability of each repeat. */
    FROZEN(0),

    /** Values do not come, as many as the size says: 1 over the probability of each gap. */
    MISSING(0),

    /** Counts at a rate higher by the share of the size, for three values: ∏ (1 + size)^y · e^(−rate · size). */
    DEMAND_SPIKE(3),

    /** Stock lost between two values, size in pieces: the step's probability over that of the step with the loss. */
    SHRINKAGE(1),

    /** Stock that only the book has: a step up by the size, its ratio as that of shrinkage. */
    PHANTOM_STOCK(1),

    /** Issues at a rate higher by the share of the size for six values, so that stock runs off. */
    ISSUE_BURST(6);

    private final int length;

    Fault(int length) {
        this.length = length;
    }

    /** How many values it changes; 0 where its size says so. */
    int length() {
        return length;
    }

    /** Whether the size is a number of values. */
    boolean sizedByLength() {
        return length == 0;
    }
}
