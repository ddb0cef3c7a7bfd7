package io.stockmate.benchmarks.anomaly;

import io.stockmate.benchmarks.anomaly.NabDetections.Tally;

/** What a hit, a missed window and a false alarm weigh, in the Numenta Anomaly Benchmark's three profiles. */
public enum NabProfile {
    STANDARD(1, 1, 0.11),
    LOW_FALSE_POSITIVES(1, 1, 0.22),
    LOW_FALSE_NEGATIVES(1, 2, 0.11);

    private final double hitWeight;
    private final double missWeight;
    private final double falseAlarmWeight;

    NabProfile(double hitWeight, double missWeight, double falseAlarmWeight) {
        this.hitWeight = hitWeight;
        this.missWeight = missWeight;
        this.falseAlarmWeight = falseAlarmWeight;
    }

    /** The sum before it is normalised. */
    double raw(Tally tally, int windows) {
        return hitWeight * tally.hits()
                - missWeight * (windows - tally.windowsHit())
                + falseAlarmWeight * tally.falseAlarms();
    }

    /** 100 for all windows hit at their start and no false alarm, 0 for a silent detector; NaN without a window. */
    double normalised(double raw, int windows) {
        double silent = -missWeight * windows;
        return windows == 0 ? Double.NaN : 100 * (raw - silent) / (hitWeight * windows - silent);
    }
}
