package io.stockmate.pipelines.anomaly;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.ChosenScorers;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.DurationProperty;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the anomaly job is told. Each part is a property group of its own; groups of other jobs may lie beside them.
 *
 * @param settings the group {@value #ANOMALY}
 * @param rules those of the market, from the group {@value MatchingProperties#MATCHING}: every chain starts from them
 * @param job the group {@value #FLINK}
 * @param events the group {@value #EVENTS}: the stream that is read
 * @param order the group {@value #ORDER}: {@link io.stockmate.pipelines.events.OrderSettings}
 * @param alerts the group {@value #ALERTS}: the stream that is written
 * @param lake the group {@value #LAKE}
 * @param advice the group {@value #ADVICE}
 */
public record AnomalyProperties(
        AnomalySettings settings,
        MarketRules rules,
        JobSettings job,
        PropertyGroup events,
        PropertyGroup order,
        PropertyGroup alerts,
        LakeProperties lake,
        AdviceProperties advice) {
    public static final String ANOMALY = "anomaly";
    public static final String FLINK = "anomaly.flink";
    public static final String EVENTS = "anomaly.events";
    public static final String ORDER = "anomaly.order";
    public static final String ALERTS = "anomaly.alerts";
    public static final String LAKE = "anomaly.lake";
    public static final String ADVICE = "anomaly.advice";

    /** Money at stake, in whole units of the instrument's currency, from which an alert is SEVERE. */
    public static final String SEVERE_FROM = "severity.severe.from";

    /** The same for MAJOR. */
    public static final String MAJOR_FROM = "severity.major.from";

    /** Book time of one value of a series. */
    public static final String SERIES_BUCKET = "series.bucket";

    /** How long a symbol raises nothing about its series after it has raised something. */
    public static final String SERIES_REFRACTORY = "series.refractory";

    /** How often a symbol may raise something about its series in one day. */
    public static final String SERIES_PER_DAY_MAX = "series.per-day.max";

    /** Symbols, between commas, whose series a Random Cut Forest scores. */
    public static final String SERIES_FOREST = "series.forest";

    /** Followed by a kind: who is told of its alerts. */
    public static final String RECIPIENT = "recipient.";

    private static final Set<String> IDS = new TreeSet<>(List.of(ANOMALY, FLINK, EVENTS, ORDER, ALERTS, LAKE, ADVICE));
    private static final Pattern DESK = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final long MONEY_MAX = 100_000_000_000_000L;

    /** @throws IllegalArgumentException if a property is missing, unknown or cannot be used */
    public static AnomalyProperties of(PropertyGroups groups) {
        for (String id : groups.ids()) {
            if (id.startsWith(ANOMALY) && !IDS.contains(id)) {
                throw new IllegalArgumentException(
                        "property group " + id + " is not known; those of anomaly are " + String.join(", ", IDS));
            }
        }
        return new AnomalyProperties(
                settings(groups.group(ANOMALY)),
                MatchingProperties.rules(groups),
                JobSettings.of(groups.group(FLINK)),
                groups.group(EVENTS),
                groups.group(ORDER),
                groups.group(ALERTS),
                LakeProperties.of(groups.group(LAKE)),
                AdviceProperties.of(groups.group(ADVICE)));
    }

    /**
     * The settings alone, for what needs no streams.
     *
     * @throws IllegalArgumentException if a property of the group is unknown or cannot be used
     */
    public static AnomalySettings settings(PropertyGroups groups) {
        return settings(groups.group(ANOMALY));
    }

    private static AnomalySettings settings(PropertyGroup group) {
        List<String> names = new ArrayList<>(
                List.of(SEVERE_FROM, MAJOR_FROM, SERIES_BUCKET, SERIES_REFRACTORY, SERIES_PER_DAY_MAX, SERIES_FOREST));
        for (AlertKind kind : AlertKind.values()) {
            names.add(RECIPIENT + kind);
        }
        group.allow(names);
        AnomalySettings own = AnomalySettings.DEFAULT;
        long major = group.integer(MAJOR_FROM, own.majorFrom() / Decimal.ONE, 0, MONEY_MAX);
        long severe = group.integer(SEVERE_FROM, Math.max(major, own.severeFrom() / Decimal.ONE), major, MONEY_MAX);
        return new AnomalySettings(
                severe * Decimal.ONE,
                major * Decimal.ONE,
                recipients(group),
                duration(group, SERIES_BUCKET, own.bucketMs(), 1_000),
                duration(group, SERIES_REFRACTORY, own.refractoryMs(), 0),
                (int) group.integer(SERIES_PER_DAY_MAX, own.perDayMax(), 1, 1_000_000),
                forests(group));
    }

    private static ChosenScorers forests(PropertyGroup group) {
        List<String> symbols = group.list(SERIES_FOREST, List.of());
        return symbols.isEmpty() ? ChosenScorers.NONE : new Forests(Set.copyOf(symbols));
    }

    private static Map<AlertKind, String> recipients(PropertyGroup group) {
        Map<AlertKind, String> recipients = new EnumMap<>(AlertKind.class);
        for (AlertKind kind : AlertKind.values()) {
            String name = RECIPIENT + kind;
            String desk = group.text(name, kind.recipient());
            if (!DESK.matcher(desk).matches()) {
                throw group.refused(name, desk, "a desk's name (1 to 64 of A-Z a-z 0-9 _ -)", null);
            }
            recipients.put(kind, desk);
        }
        return recipients;
    }

    private static long duration(PropertyGroup group, String name, long ownMs, long leastMs) {
        return DurationProperty.read(
                        group, name, Duration.ofMillis(ownMs), Duration.ofMillis(leastMs), Duration.ofDays(31))
                .toMillis();
    }
}
