package io.stockmate.benchmarks.anomaly;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.detect.AlertBudget;
import io.stockmate.core.anomaly.detect.Score;
import io.stockmate.core.message.AlertKind;

/**
 * Raises alerts on one series as the anomaly job does by default: where the score calls for one, none is up and the
 * budget admits it. An alert is up until nothing was unusual for the kind's window. The job's budget serves all series
 * of a symbol; here a series is alone.
 */
final class RaisedAlerts {
    private static final long WINDOW_MILLIS = AlertKind.UNUSUAL_VOLUME.windowSec() * 1_000;

    private final AlertBudget budget =
            new AlertBudget(AnomalySettings.DEFAULT.refractoryMs(), AnomalySettings.DEFAULT.perDayMax());
    private boolean isUp;
    private long lastUnusual;

    /** Whether this score raises an alert. */
    boolean raises(long timeMillis, Score score) {
        if (!score.isAlert()) {
            isUp &= timeMillis < lastUnusual + WINDOW_MILLIS;
            return false;
        }
        boolean raises = !isUp && budget.admits(timeMillis);
        isUp |= raises;
        lastUnusual = timeMillis;
        return raises;
    }
}
