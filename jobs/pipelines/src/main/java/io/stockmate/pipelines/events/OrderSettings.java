package io.stockmate.pipelines.events;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.pipelines.runtime.DurationProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.flink.core.fs.Path;

/**
 * The property group, one per job that reads events, which says how long it waits for a missing one and where it looks
 * for those that the stream no longer holds.
 */
public final class OrderSettings {
    /** See {@link EarlyLimits#count}. */
    public static final String EARLY_COUNT_MAX = "early.count.max";

    /** See {@link EarlyLimits#arrivalTime}. To be scaled with the speed of a clock that runs faster. */
    public static final String EARLY_ARRIVAL_TIME_MAX = "early.arrival-time.max";

    /** The lake's root, a directory of this machine, whose log gives the events that the stream no longer holds. */
    public static final String HISTORY_LAKE = "history.lake";

    static final List<String> NAMES = List.of(EARLY_COUNT_MAX, EARLY_ARRIVAL_TIME_MAX, HISTORY_LAKE);

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
                        EARLY_ARRIVAL_TIME_MAX,
                        EarlyLimits.DEFAULT.arrivalTime(),
                        Duration.ofMillis(1),
                        Duration.ofDays(3_650)));
    }

    /**
     * The history of a group: a lake, or none where {@value #HISTORY_LAKE} is not set.
     *
     * @param rules those under which the lake was made
     * @throws IllegalArgumentException if it is no directory's path
     */
    public static EventHistory history(PropertyGroup group, MarketRules rules) {
        String lake = group.allow(NAMES).optionalText(HISTORY_LAKE);
        if (lake == null) {
            return EventHistory.NONE;
        }
        URI uri = new Path(lake).toUri();
        if (!uri.getPath().startsWith("/")
                || !(uri.getScheme() == null || uri.getScheme().equals("file"))) {
            throw group.refused(HISTORY_LAKE, lake, "the absolute path of a directory on this machine", null);
        }
        return new LakeHistory(uri.getPath(), rules);
    }
}
