package io.stockmate.pipelines.runtime;

import io.stockmate.connectors.config.PropertyGroup;
import java.time.Duration;
import org.apache.flink.util.TimeUtils;

/** Durations as Flink writes them: {@code 10 s}, {@code 5 min}, {@code 7 d}; milliseconds without a unit. */
public final class DurationProperty {
    private DurationProperty() {}

    /**
     * Reads one, both bounds included.
     *
     * @throws IllegalArgumentException if it is no duration or out of bounds
     */
    public static Duration read(PropertyGroup group, String name, Duration ifAbsent, Duration min, Duration max) {
        String value = group.optionalText(name);
        if (value == null) {
            return ifAbsent;
        }
        String right = "a duration such as 10 s, from " + TimeUtils.formatWithHighestUnit(min) + " to "
                + TimeUtils.formatWithHighestUnit(max);
        Duration duration;
        try {
            duration = TimeUtils.parseDuration(value);
        } catch (IllegalArgumentException | ArithmeticException noDuration) {
            throw group.refused(name, value, right, noDuration);
        }
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
            throw group.refused(name, value, right, null);
        }
        return duration;
    }
}
