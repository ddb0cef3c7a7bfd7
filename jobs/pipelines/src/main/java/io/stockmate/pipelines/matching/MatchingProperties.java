package io.stockmate.pipelines.matching;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.market.MarketRules;
import io.stockmate.pipelines.runtime.DurationProperty;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What matching is told. Each part is a property group of its own; groups of other jobs may lie beside them.
 *
 * @param rules the group {@value #MATCHING}
 * @param mirrored whether the stream holds mirrored commands, each with the field {@code recorded}, and no others
 * @param job the group {@value #FLINK}
 * @param commands the group {@value #COMMANDS}: the stream that is read
 * @param events the group {@value #EVENTS}: the stream that is written
 * @param orderStatus the group {@value #ORDER_STATUS}: the Firehose delivery stream
 * @param lake the group {@value #LAKE}
 */
public record MatchingProperties(
        MarketRules rules,
        boolean mirrored,
        JobSettings job,
        PropertyGroup commands,
        PropertyGroup events,
        PropertyGroup orderStatus,
        LakeProperties lake) {
    public static final String MATCHING = "matching";
    public static final String FLINK = "matching.flink";
    public static final String COMMANDS = "matching.commands";
    public static final String EVENTS = "matching.events";
    public static final String ORDER_STATUS = "matching.order-status";
    public static final String LAKE = "matching.lake";

    /** Accounts between commas that may define instruments and the like. Must be set; part of every chain. */
    public static final String OPERATORS = "operators";

    /** How long a trade can be corrected, in book time. Part of every chain. */
    public static final String CORRECTABLE = "correctable";

    /** Whether commands are mirrored from another stream, and matched at the time at which they arrived there. */
    public static final String MIRRORED = "mirrored";

    private static final Set<String> IDS =
            new TreeSet<>(List.of(MATCHING, FLINK, COMMANDS, EVENTS, ORDER_STATUS, LAKE));
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /** @throws IllegalArgumentException if a property is missing, unknown or cannot be used */
    public static MatchingProperties of(PropertyGroups groups) {
        for (String id : groups.ids()) {
            if (id.startsWith(MATCHING) && !IDS.contains(id)) {
                throw new IllegalArgumentException(
                        "property group " + id + " is not known; those of matching are " + String.join(", ", IDS));
            }
        }
        return new MatchingProperties(
                rules(groups),
                groups.group(MATCHING).flag(MIRRORED, false),
                JobSettings.of(groups.group(FLINK)),
                groups.group(COMMANDS),
                groups.group(EVENTS),
                groups.group(ORDER_STATUS),
                LakeProperties.of(groups.group(LAKE)));
    }

    /**
     * The rules alone, for what needs no streams.
     *
     * @throws IllegalArgumentException if a property of the group is missing, unknown or cannot be used
     */
    public static MarketRules rules(PropertyGroups groups) {
        PropertyGroup group = groups.group(MATCHING).allow(List.of(OPERATORS, CORRECTABLE, MIRRORED));
        String all = group.text(OPERATORS);
        List<String> operators = group.list(OPERATORS, List.of());
        for (String operator : operators) {
            if (!ACCOUNT.matcher(operator).matches()) {
                throw group.refused(OPERATORS, all, "a list of accounts (at most 32 of A-Z a-z 0-9 _ -)", null);
            }
        }
        Duration correctable = DurationProperty.read(
                group,
                CORRECTABLE,
                Duration.ofMillis(MarketRules.CORRECTABLE_MS_DEFAULT),
                Duration.ZERO,
                Duration.ofDays(366));
        return MarketRules.of(operators, correctable.toMillis());
    }
}
