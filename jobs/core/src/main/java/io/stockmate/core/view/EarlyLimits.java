package io.stockmate.core.view;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much of a symbol may wait for an event that is missing before it counts as lost. Both are to lie above what the
 * writer of the stream can have in flight.
 *
 * <p>What is in flight is bounded by the writer's retries, so by the time at which records arrive in the stream, not by
 * what they tell of: of a quiet symbol two neighbours may lie hours of book time apart and be published together. A
 * stream keeps its arrival times, so a reader who works off a backlog judges as one who was there.
 *
 * @param count events of one symbol
 * @param arrivalTime for which early events kept arriving since an event was last handed on. A silence counts at most
 *     {@link #silence}, as a market that stands still publishes nothing, late or not. So a lost event is found within
 *     this time where the symbol has an event per silence, its ticks, and by the twelfth early event at the latest
 *     where they are further apart
 */
public record EarlyLimits(long count, Duration arrivalTime) implements Serializable {
    public static final EarlyLimits DEFAULT = new EarlyLimits(50_000, Duration.ofMinutes(10));

    private static final int SILENCES = 10;

    public EarlyLimits {
        if (count < 1 || arrivalTime.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "early events are limited to " + count + " and " + arrivalTime + "; both must be positive");
        }
    }

    /** How much the time between two arrivals counts at most: a tenth of the limit. */
    public Duration silence() {
        return arrivalTime.dividedBy(SILENCES);
    }
}
