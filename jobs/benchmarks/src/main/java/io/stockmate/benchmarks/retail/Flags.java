package io.stockmate.benchmarks.retail;

/**
 * What a choice of issues is worth.
 *
 * @param flags how many were chosen
 * @param found how many of these are positive
 * @param positives how many positives there are
 */
public record Flags(int flags, int found, int positives) {
    /** Share of the chosen that are positive; 0 where none was chosen. */
    public double precision() {
        return flags == 0 ? 0 : (double) found / flags;
    }

    /** Share of the positives that were chosen; 0 where there are none. */
    public double recall() {
        return positives == 0 ? 0 : (double) found / positives;
    }

    /** Better than the other in both. */
    public boolean beats(Flags other) {
        return precision() > other.precision() && recall() > other.recall();
    }
}
