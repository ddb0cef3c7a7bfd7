package io.stockmate.pipelines.events;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.pipelines.runtime.DurationProperty;
import java.time.Duration;
import java.util.List;

/** The property group, one per job that reads events, which says how long it waits for a missing one. */
public final class OrderSettings {
    /** See {@link EarlyLimits#count}. */
    public static final String EARLY_COUNT_MAX = "early.count.max";

    /** See {@link EarlyLimits#bookTime}. To be scaled with the speed of a clock that runs faster. */
    public static final String EARLY_BOOK_TIME_MAX = "early.book-time.max";

    static final List<String> NAMES = List.of(EARLY_COUNT_MAX, EARLY_BOOK_TIME_MAX);

    private static final long COUNT_LIMIT = 10_000_000;

    private OrderSettings() {}

    /**
     * Reads a group, which holds nothing else.
     *
     * @throws IllegalArgumentException if a property is unknown or cannot be used
     */
    public static EarlyLimits of(PropertyGroup group) {
        group.allow(NAMES);
        return new EarlyLimits(
                group.integer(EARLY_COUNT_MAX, EarlyLimits.DEFAULT.count(), 1, COUNT_LIMIT),
                DurationProperty.read(
                        group,
                        EARLY_BOOK_TIME_MAX,
                        EarlyLimits.DEFAULT.bookTime(),
                        Duration.ofMillis(1),
                        Duration.ofDays(3_650)));
    }
}
