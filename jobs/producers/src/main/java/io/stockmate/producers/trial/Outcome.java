package io.stockmate.producers.trial;

/**
 * How the shops that order by one rule fared, all goods together.
 *
 * @param sold units that customers got
 * @param lost units that customers asked for and did not get
 * @param held units on hand on average
 */
public record Outcome(long stockOuts, long sold, long lost, double held) {
    /** Units sold of 100 that customers asked for; 0 where nobody asked. */
    public double fillPercent() {
        return 100.0 * sold / Math.max(1, sold + lost);
    }
}
