package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.pipelines.matching.MatchingJob;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What the jobs of a platform are told: what all deployments share, with this machine's addresses and paths. */
record JobProperties(PlatformSettings settings, URI kinesis, URI firehose) {
    private static final String SHARED = "/io/stockmate/pipelines/jobs.json";
    private static final String POLL_INTERVAL_MILLIS = "50";

    /** All of them, and less waiting than Kinesis asks for. */
    PropertyGroups local() throws IOException {
        PropertyGroups groups = matching(shared());
        for (PlatformSettings.Property property : settings.properties()) {
            groups = groups.with(property.group(), property.name(), property.value());
        }
        return groups;
    }

    private PropertyGroups matching(PropertyGroups groups) {
        return groups.with(MatchingProperties.COMMANDS, AwsSettings.ENDPOINT, kinesis.toString())
                .with(MatchingProperties.COMMANDS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(MatchingProperties.EVENTS, AwsSettings.ENDPOINT, kinesis.toString())
                .with(MatchingProperties.ORDER_STATUS, AwsSettings.ENDPOINT, firehose.toString())
                .with(MatchingProperties.LAKE, LakeProperties.PATH, lake())
                .with(MatchingProperties.FLINK, JobSettings.CHECKPOINT_INTERVAL, checkpointInterval());
    }

    private String lake() {
        return settings.data().lake().toUri().toString();
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
