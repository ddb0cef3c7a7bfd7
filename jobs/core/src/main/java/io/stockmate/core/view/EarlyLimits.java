package io.stockmate.core.view;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much of a symbol may wait for an event that is missing before it counts as lost. Both are to lie above what the
 * writer of the stream can have in flight.
 *
 * @param count events of one symbol
 * @param bookTime between the first and the last of them
 */
public record EarlyLimits(long count, Duration bookTime) implements Serializable {
    public static final EarlyLimits DEFAULT = new EarlyLimits(50_000, Duration.ofMinutes(10));

    public EarlyLimits {
        if (count < 1 || bookTime.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "early events are limited to " + count + " and " + bookTime + "; both must be positive");
        }
    }
}
