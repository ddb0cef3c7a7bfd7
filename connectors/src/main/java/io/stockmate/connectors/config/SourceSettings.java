package io.stockmate.connectors.config;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a job reads a Kinesis stream.
 *
 * @param initialPosition where it begins without state
 * @param initialTimestamp given with AT_TIMESTAMP and only then
 * @param recordsPerRequestMax records asked for at once
 * @param requestIntervalMillis between two requests to a shard; Kinesis takes five a second from all readers together
 * @param discoveryIntervalMillis between two looks for new shards
 */
public record SourceSettings(
        String streamName,
        AwsSettings aws,
        InitialPosition initialPosition,
        @Nullable Instant initialTimestamp,
        long recordsPerRequestMax,
        long requestIntervalMillis,
        long discoveryIntervalMillis)
        implements Serializable {
    public static final String STREAM_NAME = "stream.name";
    public static final String INITIAL_POSITION = "flink.stream.initpos";
    public static final String INITIAL_TIMESTAMP = "flink.stream.initpos.timestamp";
    public static final String RECORDS_PER_REQUEST_MAX = "flink.shard.getrecords.maxrecordcount";
    public static final String REQUEST_INTERVAL_MILLIS = "flink.shard.getrecords.intervalmillis";
    public static final String DISCOVERY_INTERVAL_MILLIS = "flink.shard.discovery.intervalmillis";

    static final List<String> NAMES = Stream.concat(
                    AwsSettings.NAMES.stream(),
                    Stream.of(
                            STREAM_NAME,
                            INITIAL_POSITION,
                            INITIAL_TIMESTAMP,
                            RECORDS_PER_REQUEST_MAX,
                            REQUEST_INTERVAL_MILLIS,
                            DISCOVERY_INTERVAL_MILLIS))
            .toList();

    /** Reads a group, which holds nothing else. */
    public static SourceSettings of(PropertyGroup group) {
        group.allow(NAMES);
        InitialPosition position = group.choice(INITIAL_POSITION, InitialPosition.TRIM_HORIZON);
        Instant timestamp = group.optionalInstant(INITIAL_TIMESTAMP);
        if ((timestamp != null) != (position == InitialPosition.AT_TIMESTAMP)) {
            throw new InvalidProperty("property group " + group.id() + ": " + INITIAL_TIMESTAMP + " goes with "
                    + INITIAL_POSITION + " = AT_TIMESTAMP, which is " + position);
        }
        return new SourceSettings(
                group.text(STREAM_NAME, "commands"),
                AwsSettings.of(group),
                position,
                timestamp,
                group.integer(RECORDS_PER_REQUEST_MAX, 10_000, 1, 10_000),
                group.integer(REQUEST_INTERVAL_MILLIS, 200, 1, 60_000),
                group.integer(DISCOVERY_INTERVAL_MILLIS, 10_000, 100, 3_600_000));
    }
}
