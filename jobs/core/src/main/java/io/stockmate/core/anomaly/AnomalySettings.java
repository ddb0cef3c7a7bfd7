package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.AlertBudget;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Severity;
import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/**
 * What holds for all symbols.
 *
 * @param severeFrom money at stake, in units of 10⁻⁴ of the instrument's currency, from which an alert is SEVERE
 * @param majorFrom the same for MAJOR; what is less is LOW
 * @param recipients by kind, in place of {@link AlertKind#recipient}
 * @param bucketMs book time of one value of a series; it ends with the first tick at or after its end
 * @param refractoryMs how long a symbol raises nothing about its series after it has raised something
 * @param perDayMax how often a symbol may raise something about its series in one UTC day
 * @param chosen symbols whose series have other scorers than the job's own
 */
public record AnomalySettings(
        long severeFrom,
        long majorFrom,
        Map<AlertKind, String> recipients,
        long bucketMs,
        long refractoryMs,
        int perDayMax,
        ChosenScorers chosen)
        implements Serializable {
    public static final AnomalySettings DEFAULT = new AnomalySettings(
            100_000 * Decimal.ONE,
            10_000 * Decimal.ONE,
            Map.of(),
            5 * 60_000,
            AlertBudget.STANDARD_REFRACTORY_MILLIS,
            AlertBudget.STANDARD_ALERTS_PER_DAY_MAX);

    /** With the job's own scorers for all. */
    public AnomalySettings(
            long severeFrom,
            long majorFrom,
            Map<AlertKind, String> recipients,
            long bucketMs,
            long refractoryMs,
            int perDayMax) {
        this(severeFrom, majorFrom, recipients, bucketMs, refractoryMs, perDayMax, ChosenScorers.NONE);
    }

    public AnomalySettings {
        if (majorFrom < 0 || severeFrom < majorFrom) {
            throw new IllegalArgumentException("MAJOR from " + majorFrom + ", SEVERE from " + severeFrom
                    + ": neither may be negative, nor SEVERE begin below MAJOR");
        }
        recipients = Map.copyOf(recipients);
    }

    /** An unused budget of alerts. */
    AlertBudget budget() {
        return new AlertBudget(refractoryMs, perDayMax);
    }

    /** A budget as it was written. */
    AlertBudget budget(DataInput in) throws IOException {
        return AlertBudget.read(in, refractoryMs, perDayMax);
    }

    Severity severity(long stake) {
        return stake >= severeFrom ? Severity.SEVERE : stake >= majorFrom ? Severity.MAJOR : Severity.LOW;
    }

    /** See {@link Alert#recipient}. */
    String recipient(AlertKind kind) {
        return recipients.getOrDefault(kind, kind.recipient());
    }
}
