package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.accounting.AccountingProperties;
import io.stockmate.pipelines.anomaly.AnomalyProperties;
import io.stockmate.pipelines.demand.DemandProperties;
import io.stockmate.pipelines.events.OrderSettings;
import io.stockmate.pipelines.matching.MatchingJob;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the jobs of a platform are told: what all deployments share, with this machine's addresses and paths. */
record JobProperties(PlatformSettings settings, KinesisEndpoint kinesis, URI firehose, @Nullable URI postgres) {
    private static final List<String> DATABASES =
            List.of(AccountingProperties.LEDGER, AccountingProperties.PROJECTIONS, AccountingProperties.BILLING);
    private static final String SHARED = "/io/stockmate/pipelines/jobs.json";
    private static final long EARLY_SECONDS = 600;
    private static final long EARLY_SECONDS_MAX = 3_650L * 86_400;
    private static final String POLL_INTERVAL_MILLIS = "50";

    /** All of them, and less waiting than Kinesis asks for. */
    PropertyGroups local() throws IOException {
        PropertyGroups groups = databases(accounting(demand(anomaly(matching(shared())))));
        for (PlatformSettings.Property property : settings.properties()) {
            groups = groups.with(property.group(), property.name(), property.value());
        }
        return groups;
    }

    private PropertyGroups matching(PropertyGroups groups) {
        return groups.with(MatchingProperties.COMMANDS, AwsSettings.ENDPOINT, reading())
                .with(MatchingProperties.COMMANDS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(MatchingProperties.EVENTS, AwsSettings.ENDPOINT, writing())
                .with(MatchingProperties.ORDER_STATUS, AwsSettings.ENDPOINT, firehose.toString())
                .with(MatchingProperties.LAKE, LakeProperties.PATH, lake())
                .with(MatchingProperties.FLINK, JobSettings.CHECKPOINT_INTERVAL, checkpointInterval());
    }

    private PropertyGroups anomaly(PropertyGroups groups) {
        return groups.with(AnomalyProperties.EVENTS, AwsSettings.ENDPOINT, reading())
                .with(AnomalyProperties.EVENTS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(AnomalyProperties.ORDER, OrderSettings.EARLY_ARRIVAL_TIME_MAX, earlyTime())
                .with(AnomalyProperties.ALERTS, AwsSettings.ENDPOINT, writing())
                .with(AnomalyProperties.LAKE, LakeProperties.PATH, lake())
                .with(AnomalyProperties.FLINK, JobSettings.CHECKPOINT_INTERVAL, checkpointInterval());
    }

    private PropertyGroups demand(PropertyGroups groups) {
        return groups.with(DemandProperties.EVENTS, AwsSettings.ENDPOINT, reading())
                .with(DemandProperties.EVENTS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(DemandProperties.ORDER, OrderSettings.EARLY_ARRIVAL_TIME_MAX, earlyTime())
                .with(DemandProperties.ALERTS, AwsSettings.ENDPOINT, writing())
                .with(DemandProperties.LAKE, LakeProperties.PATH, lake())
                .with(DemandProperties.FLINK, JobSettings.CHECKPOINT_INTERVAL, checkpointInterval());
    }

    private PropertyGroups accounting(PropertyGroups groups) {
        return groups.with(AccountingProperties.EVENTS, AwsSettings.ENDPOINT, reading())
                .with(AccountingProperties.EVENTS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(AccountingProperties.ORDER, OrderSettings.EARLY_ARRIVAL_TIME_MAX, earlyTime())
                .with(AccountingProperties.ALERTS, AwsSettings.ENDPOINT, reading())
                .with(AccountingProperties.ALERTS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(AccountingProperties.DELIVERY, AwsSettings.ENDPOINT, firehose.toString())
                .with(AccountingProperties.LAKE, LakeProperties.PATH, lake())
                .with(AccountingProperties.FLINK, JobSettings.CHECKPOINT_INTERVAL, checkpointInterval());
    }

    /** Where a platform has no database, the groups say nothing of one. */
    private PropertyGroups databases(PropertyGroups groups) {
        PropertyGroups told = groups;
        if (postgres != null) {
            for (String group : DATABASES) {
                told = told.with(group, DatabaseSettings.URL, "jdbc:" + postgres)
                        .with(group, DatabaseSettings.USER, LocalPostgres.WRITER);
            }
        }
        return told;
    }

    /** How long a missing event is waited for, in the time of a clock that may run faster, or jump. */
    private String earlyTime() {
        if (settings.clock() != null) {
            return EARLY_SECONDS_MAX + " s";
        }
        return Math.min(EARLY_SECONDS_MAX, EARLY_SECONDS * settings.speed()) + " s";
    }

    /** Sources have a thread for each shard. */
    private String reading() {
        return kinesis.waitingUri().toString();
    }

    private String writing() {
        return kinesis.uri().toString();
    }

    private String lake() {
        return settings.address(settings.data().lake());
    }

    private String checkpointInterval() {
        return settings.checkpointInterval().toMillis() + " ms";
    }

    /** What all deployments share. */
    static PropertyGroups shared() throws IOException {
        try (InputStream resource = MatchingJob.class.getResourceAsStream(SHARED)) {
            if (resource == null) {
                throw new IOException(SHARED + " is not on the class path");
            }
            return PropertyGroups.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8), SHARED);
        }
    }
}
