package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.SetAlertRule;
import org.jspecify.annotations.Nullable;

/**
 * From when on a kind raises.
 *
 * @param value in the kind's unit, in units of 10⁻⁴; 0 never raises
 * @param ruleId null for the kind's own
 */
record Threshold(long value, long windowMs, @Nullable String ruleId) {
    static Threshold of(AlertKind kind) {
        return new Threshold(kind.threshold(), kind.windowSec() * 1_000, null);
    }

    static Threshold of(SetAlertRule rule) {
        long windowSec = rule.windowSec() == 0 ? rule.kind().windowSec() : rule.windowSec();
        return new Threshold(rule.threshold(), windowSec * 1_000, rule.ruleId());
    }

    boolean isOff() {
        return value == 0;
    }

    /**
     * Whether a detector's score calls for an alert. The score is taken as a percentage of how sure one may be, 100·d /
     * (d + a), where a are the decades from which on detectors alert: those are 50, three times as many are 75.
     */
    boolean isReachedBy(double decades, double alertDecades) {
        double percent = Amounts.number(value);
        return value > 0 && percent < 100 && decades >= alertDecades * percent / (100 - percent);
    }
}
