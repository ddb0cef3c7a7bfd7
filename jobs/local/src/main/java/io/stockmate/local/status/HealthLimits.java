package io.stockmate.local.status;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is still well.
 *
 * @param lag of a source behind the newest record of a shard
 * @param checkpointAge of the newest complete checkpoint; null for three intervals, and a minute at least
 */
public record HealthLimits(Duration lag, @Nullable Duration checkpointAge) {
    private static final Duration CHECKPOINT_AGE_MIN = Duration.ofMinutes(1);
    private static final int INTERVALS = 3;

    /** The same where records' time runs faster than the machine's, so that lags look longer. */
    HealthLimits atSpeed(long speed) {
        return new HealthLimits(lag.multipliedBy(Math.max(1, speed)), checkpointAge);
    }

    long checkpointAgeMs(long intervalMs) {
        return checkpointAge == null
                ? Math.max(CHECKPOINT_AGE_MIN.toMillis(), INTERVALS * intervalMs)
                : checkpointAge.toMillis();
    }
}
