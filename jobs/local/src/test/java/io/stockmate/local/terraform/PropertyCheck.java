package io.stockmate.local.terraform;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.EventSinkSettings;
import io.stockmate.connectors.config.FirehoseSinkSettings;
import io.stockmate.connectors.config.OrdersTableSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.accounting.AccountingProperties;
import io.stockmate.pipelines.anomaly.AnomalyProperties;
import io.stockmate.pipelines.demand.DemandProperties;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.producers.ClockProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lets the code read the property groups that Terraform gives the jobs. */
final class PropertyCheck {
    private static final Map<String, String> SOURCES = Map.of(
            MatchingProperties.COMMANDS, Streams.COMMANDS,
            AnomalyProperties.EVENTS, Streams.EVENTS,
            DemandProperties.EVENTS, Streams.EVENTS,
            AccountingProperties.EVENTS, Streams.EVENTS,
            AccountingProperties.ALERTS, Streams.ALERTS);
    private static final Map<String, String> SINKS = Map.of(
            MatchingProperties.EVENTS, Streams.EVENTS,
            AnomalyProperties.ALERTS, Streams.ALERTS,
            DemandProperties.ALERTS, Streams.ALERTS);
    private static final Map<String, String> DELIVERIES = Map.of(
            MatchingProperties.ORDER_STATUS, Streams.ORDER_STATUS, AccountingProperties.DELIVERY, Streams.ACCOUNTING);
    private static final Set<String> DATABASES =
            Set.of(AccountingProperties.LEDGER, AccountingProperties.PROJECTIONS, AccountingProperties.BILLING);

    private final List<String> findings = new ArrayList<>();
    private final PropertyGroups groups;

    private PropertyCheck(PropertyGroups groups) {
        this.groups = groups;
    }

    static List<String> findings(Evaluation evaluation) {
        PropertyGroups groups;
        try {
            groups = PropertyGroups.parse(Functions.text(evaluation.local("properties")), "local.properties");
        } catch (IllegalArgumentException refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
        PropertyCheck check = new PropertyCheck(groups);
        check.jobs();
        check.connectors();
        return check.findings;
    }

    private void jobs() {
        accepted(() -> MatchingProperties.of(groups));
        accepted(() -> AnomalyProperties.of(groups));
        accepted(() -> DemandProperties.of(groups));
        accepted(() -> AccountingProperties.of(groups));
        accepted(() -> clock(ClockProgram.Settings.of(groups)));
        for (String id : groups.ids()) {
            String owner = id.split("[.]", 2)[0];
            if (!Set.of("matching", "anomaly", "demand", "accounting", "clock").contains(owner)) {
                findings.add("property group " + id + " belongs to no job");
            }
        }
    }

    private void connectors() {
        Map<String, String> streams = new TreeMap<>();
        SOURCES.keySet()
                .forEach(id -> accepted(() ->
                        streams.put(id, SourceSettings.of(groups.group(id)).streamName())));
        SINKS.keySet().forEach(id -> accepted(() -> streams.put(id, sink(groups.group(id)))));
        DELIVERIES
                .keySet()
                .forEach(id -> accepted(() -> streams.put(
                        id, FirehoseSinkSettings.of(groups.group(id)).deliveryStreamName())));
        DATABASES.forEach(id -> accepted(() -> DatabaseSettings.of(groups.group(id))));
        accepted(() -> OrdersTableSettings.of(groups.group(AccountingProperties.ORDERS)));
        List.of(SOURCES, SINKS, DELIVERIES)
                .forEach(map -> map.forEach((id, stream) -> {
                    if (streams.containsKey(id) && !stream.equals(streams.get(id))) {
                        findings.add("property group " + id + " names " + streams.get(id) + " instead of " + stream);
                    }
                }));
    }

    private void clock(ClockProgram.Settings settings) {
        if (!settings.events().streamName().equals(Streams.EVENTS)
                || !settings.commands().streamName().equals(Streams.COMMANDS)) {
            findings.add("the clock reads " + settings.events().streamName() + " and writes "
                    + settings.commands().streamName());
        }
    }

    private static String sink(PropertyGroup group) {
        return EventSinkSettings.of(group).streamName();
    }

    private void accepted(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException refused) {
            findings.add(String.valueOf(refused.getMessage()));
        }
    }
}
