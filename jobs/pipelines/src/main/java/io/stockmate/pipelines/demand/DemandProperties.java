package io.stockmate.pipelines.demand;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.market.MarketRules;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.DurationProperty;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the demand job is told. Each part is a property group of its own; groups of other jobs may lie beside them.
 *
 * @param settings the groups {@value #DEMAND} and {@value #COLD_START}
 * @param rules those of the market, from the group {@value MatchingProperties#MATCHING}: every chain starts from them
 * @param job the group {@value #FLINK}
 * @param events the group {@value #EVENTS}: the stream that is read
 * @param order the group {@value #ORDER}: {@link io.stockmate.pipelines.events.OrderSettings}
 * @param alerts the group {@value #ALERTS}: the stream that is written
 * @param lake the group {@value #LAKE}
 */
public record DemandProperties(
        DemandSettings settings,
        MarketRules rules,
        JobSettings job,
        PropertyGroup events,
        PropertyGroup order,
        PropertyGroup alerts,
        LakeProperties lake) {
    public static final String DEMAND = "demand";

    /**
     * By an instrument's category {@code level deviation zeros weight} of daily demand: what is expected of its
     * instruments until their own demand tells. Given, not learned: what a symbol forecasts depends on its own events
     * alone.
     */
    public static final String COLD_START = "demand.cold-start";

    public static final String FLINK = "demand.flink";
    public static final String EVENTS = "demand.events";
    public static final String ORDER = "demand.order";
    public static final String ALERTS = "demand.alerts";
    public static final String LAKE = "demand.lake";

    /** How long after its end, in book time, a day takes facts that come late. */
    public static final String CORRECTABLE = "day.correctable";

    /** How many days are forecast. */
    public static final String HORIZON_DAYS = "horizon.days";

    /** Lengths in days between commas. Another one needs another state: start the job anew then. */
    public static final String SEASONS = "seasons.days";

    private static final Set<String> IDS =
            new TreeSet<>(List.of(DEMAND, COLD_START, FLINK, EVENTS, ORDER, ALERTS, LAKE));
    private static final int HORIZON_DAYS_MAX = 366;

    /** @throws IllegalArgumentException if a property is missing, unknown or cannot be used */
    public static DemandProperties of(PropertyGroups groups) {
        for (String id : groups.ids()) {
            if (id.startsWith(DEMAND) && !IDS.contains(id)) {
                throw new IllegalArgumentException(
                        "property group " + id + " is not known; those of demand are " + String.join(", ", IDS));
            }
        }
        return new DemandProperties(
                settings(groups.group(DEMAND), groups.group(COLD_START)),
                MatchingProperties.rules(groups),
                JobSettings.of(groups.group(FLINK)),
                groups.group(EVENTS),
                groups.group(ORDER),
                groups.group(ALERTS),
                LakeProperties.of(groups.group(LAKE)));
    }

    /**
     * The settings alone, for what needs no streams.
     *
     * @throws IllegalArgumentException if a property of the groups is unknown or cannot be used
     */
    public static DemandSettings settings(PropertyGroups groups) {
        return settings(groups.group(DEMAND), groups.group(COLD_START));
    }

    private static DemandSettings settings(PropertyGroup group, PropertyGroup coldStart) {
        group.allow(List.of(CORRECTABLE, HORIZON_DAYS, SEASONS));
        DemandSettings own = DemandSettings.DEFAULT;
        Duration correctable = DurationProperty.read(
                group, CORRECTABLE, Duration.ofMillis(own.correctableMs()), Duration.ZERO, Duration.ofDays(31));
        return new DemandSettings(
                correctable.toMillis(),
                (int) group.integer(HORIZON_DAYS, own.horizonDays(), 1, HORIZON_DAYS_MAX),
                seasons(group, own.seasons()),
                priors(coldStart));
    }

    private static List<Integer> seasons(PropertyGroup group, List<Integer> own) {
        List<String> given =
                group.list(SEASONS, own.stream().map(String::valueOf).toList());
        try {
            return given.stream().map(Integer::valueOf).toList();
        } catch (NumberFormatException wrong) {
            throw group.refused(SEASONS, String.join(",", given), "lengths in days between commas", wrong);
        }
    }

    private static Map<String, ColdStart> priors(PropertyGroup group) {
        Map<String, ColdStart> priors = new TreeMap<>();
        group.properties().forEach((category, text) -> priors.put(category, prior(group, category, text)));
        return priors;
    }

    private static ColdStart prior(PropertyGroup group, String category, String text) {
        String[] parts = text.trim().split("\\s+");
        try {
            if (parts.length == 4) {
                return new ColdStart(
                        Double.parseDouble(parts[0]),
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Double.parseDouble(parts[3]));
            }
        } catch (IllegalArgumentException wrong) {
            throw group.refused(category, text, "level, deviation, share of zeros and weight between blanks", wrong);
        }
        throw group.refused(category, text, "level, deviation, share of zeros and weight between blanks", null);
    }
}
