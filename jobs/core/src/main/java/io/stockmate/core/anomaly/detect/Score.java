package io.stockmate.core.anomaly.detect;

/**
 * What a {@link SeriesDetector} says of one value.
 *
 * @param surprise how unusual the value is for its series, −log₁₀ of a tail probability: 3 is once in a thousand values
 * @param alarm the same in 0…1, lowered while the series is still recovering from an earlier alarm; what alerts and benches
 *     compare with a threshold
 * @param expected what the value was expected to be before it was seen; NaN where nothing was expected yet
 * @param scale the usual distance from {@code expected}, in the value's unit
 * @param pattern what is unusual
 */
public record Score(double surprise, double alarm, double expected, double scale, Pattern pattern) {
    /** Alerts are raised from this {@link #alarm} on, for every key and series. */
    public static final double ALERT = 0.5;

    /** Whether the value calls for an alert, budget permitting. */
    public boolean isAlert() {
        return alarm >= ALERT;
    }
}
