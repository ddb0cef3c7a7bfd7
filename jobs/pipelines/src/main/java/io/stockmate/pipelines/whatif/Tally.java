package io.stockmate.pipelines.whatif;

import java.math.BigInteger;

/**
 * A symbol's events in numbers.
 *
 * @param trades without those that were undone
 * @param volume units traded, as corrected
 * @param turnover price times quantity, as corrected, in units of 10⁻⁴ of the currency
 * @param stockOuts how often the last that an account had on hand went
 * @param unmet units that buyers asked for and did not get because nobody sold them
 * @param rejected commands that were refused
 */
public record Tally(long trades, long volume, BigInteger turnover, long stockOuts, BigInteger unmet, long rejected) {
    public static final Tally NOTHING = new Tally(0, 0, BigInteger.ZERO, 0, BigInteger.ZERO, 0);

    public Tally plus(Tally other) {
        return new Tally(
                trades + other.trades,
                volume + other.volume,
                turnover.add(other.turnover),
                stockOuts + other.stockOuts,
                unmet.add(other.unmet),
                rejected + other.rejected);
    }
}
