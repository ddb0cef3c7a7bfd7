package io.stockmate.connectors.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every name and every default. */
class SettingsTest {
    private static final AwsSettings DEFAULT_AWS = new AwsSettings("us-east-1", null, null);

    private static final Map<String, String> ALL_OF_AWS = Map.of(
            "aws.region", "eu-central-1",
            "aws.endpoint", "https://kinesis.example:443",
            "aws.credentials.provider", "BASIC",
            "aws.credentials.provider.basic.accesskeyid", "me",
            "aws.credentials.provider.basic.secretkey", "psst");
    private static final AwsSettings GIVEN_AWS = new AwsSettings(
            "eu-central-1", URI.create("https://kinesis.example:443"), new AwsCredentials("me", "psst"));

    private static final Map<String, String> ALL_OF_BATCH = Map.of(
            "sink.batch.max-size", "1",
            "sink.flush-buffer.size", "2",
            "sink.requests.max-inflight", "3",
            "sink.requests.max-buffered", "4",
            "sink.flush-buffer.timeout", "5",
            "sink.fail-on-error", "true");
    private static final BatchSettings GIVEN_BATCH = new BatchSettings(1, 2, 3, 4, 5, true);

    @Test
    void sourceHasDefaults() {
        assertThat(SourceSettings.of(group()))
                .isEqualTo(new SourceSettings(
                        "commands", DEFAULT_AWS, InitialPosition.TRIM_HORIZON, null, 10_000, 200, 10_000));
    }

    @Test
    void sourceReadsEveryProperty() {
        PropertyGroup group = group(
                ALL_OF_AWS,
                Map.of(
                        "stream.name", "more-commands",
                        "flink.stream.initpos", "AT_TIMESTAMP",
                        "flink.stream.initpos.timestamp", "2026-03-04T14:30:00Z",
                        "flink.shard.getrecords.maxrecordcount", "100",
                        "flink.shard.getrecords.intervalmillis", "250",
                        "flink.shard.discovery.intervalmillis", "500"));
        assertThat(group.properties()).containsOnlyKeys(SourceSettings.NAMES);
        assertThat(SourceSettings.of(group))
                .isEqualTo(new SourceSettings(
                        "more-commands",
                        GIVEN_AWS,
                        InitialPosition.AT_TIMESTAMP,
                        Instant.parse("2026-03-04T14:30:00Z"),
                        100,
                        250,
                        500));
    }

    @Test
    void eventSinkHasDefaults() {
        assertThat(EventSinkSettings.of(group()))
                .isEqualTo(new EventSinkSettings(
                        "events", DEFAULT_AWS, new BatchSettings(500, 5_242_880, 1, 10_000, 50, false)));
    }

    @Test
    void alertSinkDiffersByItsStreamOnly() {
        assertThat(EventSinkSettings.ofAlerts(group()))
                .isEqualTo(new EventSinkSettings(
                        "alerts", DEFAULT_AWS, EventSinkSettings.of(group()).batch()));
    }

    @Test
    void eventSinkReadsEveryProperty() {
        PropertyGroup group = group(ALL_OF_AWS, ALL_OF_BATCH, Map.of("stream.name", "more-events"));
        assertThat(group.properties()).containsOnlyKeys(EventSinkSettings.NAMES);
        assertThat(EventSinkSettings.of(group)).isEqualTo(new EventSinkSettings("more-events", GIVEN_AWS, GIVEN_BATCH));
    }

    @Test
    void firehoseSinkHasDefaults() {
        assertThat(FirehoseSinkSettings.of(group()))
                .isEqualTo(new FirehoseSinkSettings(
                        "order-status", DEFAULT_AWS, new BatchSettings(500, 4_194_304, 50, 10_000, 500, false)));
    }

    @Test
    void firehoseSinkReadsEveryProperty() {
        PropertyGroup group = group(ALL_OF_AWS, ALL_OF_BATCH, Map.of("delivery.stream.name", "more-status"));
        assertThat(group.properties()).containsOnlyKeys(FirehoseSinkSettings.NAMES);
        assertThat(FirehoseSinkSettings.of(group))
                .isEqualTo(new FirehoseSinkSettings("more-status", GIVEN_AWS, GIVEN_BATCH));
    }

    @Test
    void unknownNameIsAnErrorThatListsTheKnownOnes() {
        PropertyGroup group = group(Map.of("aws.endpiont", "http://127.0.0.1:8082"));
        assertThatThrownBy(() -> SourceSettings.of(group))
                .isInstanceOf(InvalidProperty.class)
                .hasMessageStartingWith("property group group: aws.endpiont is not known; known are "
                        + "aws.credentials.provider, aws.credentials.provider.basic.accesskeyid, ")
                .hasMessageEndingWith(", flink.stream.initpos.timestamp, stream.name");
        assertThatThrownBy(() -> EventSinkSettings.of(group)).hasMessageContaining("sink.batch.max-size");
        assertThatThrownBy(() -> FirehoseSinkSettings.of(group)).hasMessageContaining("delivery.stream.name");
    }

    @Test
    void timestampGoesWithItsPositionAlone() {
        PropertyGroup position = group(Map.of("flink.stream.initpos", "AT_TIMESTAMP"));
        assertThatThrownBy(() -> SourceSettings.of(position))
                .hasMessage("property group group: flink.stream.initpos.timestamp goes with "
                        + "flink.stream.initpos = AT_TIMESTAMP, which is AT_TIMESTAMP");
        PropertyGroup timestamp = group(Map.of("flink.stream.initpos.timestamp", "2026-03-04T14:30:00Z"));
        assertThatThrownBy(() -> SourceSettings.of(timestamp)).hasMessageEndingWith("which is TRIM_HORIZON");
    }

    @Test
    void servicesLimitsHold() {
        assertThatThrownBy(() -> EventSinkSettings.of(group(Map.of("sink.batch.max-size", "501"))))
                .hasMessage("property group group: sink.batch.max-size = 501 is not a whole number from 1 to 500");
        assertThatThrownBy(() -> FirehoseSinkSettings.of(group(Map.of("sink.flush-buffer.size", "4194305"))))
                .hasMessageEndingWith("is not a whole number from 1 to 4194304");
        assertThatThrownBy(() -> EventSinkSettings.of(group(Map.of("sink.requests.max-buffered", "500"))))
                .hasMessageEndingWith("is not a whole number from 501 to 1000000");
    }

    @SafeVarargs
    private static PropertyGroup group(Map<String, String>... parts) {
        PropertyGroup group = PropertyGroup.of("group", Map.of());
        for (Map<String, String> part : parts) {
            for (Map.Entry<String, String> property : part.entrySet()) {
                group = group.with(property.getKey(), property.getValue());
            }
        }
        return group;
    }
}
