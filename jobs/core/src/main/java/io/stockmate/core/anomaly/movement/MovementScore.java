package io.stockmate.core.anomaly.movement;

/**
 * What a {@link MovementDetector} says of one movement. Everything is computed before the movement is learnt.
 *
 * <p>The score is log₁₀ of how much more often, per day, an unrelated cause would move this quantity than the key
 * itself does at this moment: {@code unrelated(quantity) / (intensity · own(quantity))}, in days. Integrated over the
 * key's own process, movements of a score ≥ s come at most 10⁻ˢ times a day, however busy or quiet the key is (Markov's
 * inequality; a likelihood ratio has mean 1): one threshold serves every key, and it is a promise on false alerts.
 *
 * @param sizeDecades the quantity's part of the score: log₁₀ of {@code unrelated(quantity) / own(quantity)}
 * @param waitDecades the time's part: log₁₀ of the days between the key's movements as expected at this moment
 * @param expectedQuantity the key's usual quantity, the geometric mean of its recent movements; NaN at the first one
 * @param expectedWaitDays days from one movement of the key to the next as expected just before this one
 */
public record MovementScore(double sizeDecades, double waitDecades, double expectedQuantity, double expectedWaitDays) {
    /**
     * Alerts are raised from this score on, for every key: by the promise, ordinary movements reach it at most once in
     * two weeks.
     */
    public static final double ALERT_DECADES = 1.146;

    /** How often an unrelated cause moves a key's stock: one correction a year. */
    private static final double UNRELATED_PER_DAY = 1 / 365.0;

    /** How unusual the movement is: 2 is at most once in a hundred days among the key's own. */
    public double decades() {
        return sizeDecades + waitDecades;
    }

    /**
     * The probability, 0…1, that the movement is not one of the key's own, where such come once a year: Bayes' rule
     * over the two causes.
     */
    public double probability() {
        double odds = UNRELATED_PER_DAY * StrictMath.pow(10, decades());
        return odds / (1 + odds);
    }

    /** Whether the movement calls for an alert, budget permitting. */
    public boolean isAlert() {
        return decades() >= ALERT_DECADES;
    }
}
