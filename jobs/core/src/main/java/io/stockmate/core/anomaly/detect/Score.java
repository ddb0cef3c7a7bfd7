package io.stockmate.core.anomaly.detect;

/**
 * What a {@link SeriesDetector} says of one value.
 *
 * @param surprise how unusual the value is for its series, −log₁₀ of a tail probability: 3 is once in a thousand
 *     values. It is comparable between series, so that one threshold serves every key
 * @param alarm 0…1: how much more surprising it is than what the series has just been through, which makes the first
 *     value of a burst stand out; for ranking values, and no alert is raised by it
 * @param expected what the value was expected to be before it was seen; NaN where nothing was expected yet
 * @param scale the usual distance from {@code expected}, in the value's unit
 * @param pattern what is unusual; {@link Pattern#NONE} where nothing is
 */
public record Score(double surprise, double alarm, double expected, double scale, Pattern pattern) {
    /** The {@link #surprise} from which on a value calls for an alert, for every key and series. */
    public static final double ALERT_DECADES = 4.85;

    /** Whether the value calls for an alert; an {@link AlertBudget} keeps a burst from raising more than one. */
    public boolean isAlert() {
        return surprise >= ALERT_DECADES;
    }
}
