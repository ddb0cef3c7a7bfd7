package io.stockmate.connectors.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a job writes what happened to symbols to a Kinesis stream. One request at a time is the default: with more, a
 * symbol's events overtake one another all the time, with one only where Kinesis refuses part of a request.
 */
public record EventSinkSettings(String streamName, AwsSettings aws, BatchSettings batch) {
    public static final String STREAM_NAME = "stream.name";

    static final List<String> NAMES = Stream.of(List.of(STREAM_NAME), AwsSettings.NAMES, BatchSettings.NAMES)
            .flatMap(List::stream)
            .toList();

    private static final BatchSettings DEFAULTS = new BatchSettings(500, 5L * 1_024 * 1_024, 1, 10_000, 50, false);

    /** Reads a group, which holds nothing else. The stream is {@code events} where none is named. */
    public static EventSinkSettings of(PropertyGroup group) {
        return of(group, "events");
    }

    /** As {@link #of(PropertyGroup)}, for the stream {@code alerts}. */
    public static EventSinkSettings ofAlerts(PropertyGroup group) {
        return of(group, "alerts");
    }

    private static EventSinkSettings of(PropertyGroup group, String streamName) {
        group.allow(NAMES);
        return new EventSinkSettings(
                group.text(STREAM_NAME, streamName), AwsSettings.of(group), BatchSettings.of(group, DEFAULTS));
    }
}
