package io.stockmate.connectors.config;

import java.util.List;
import java.util.stream.Stream;

/** How a job writes to a Firehose delivery stream. Firehose keeps no order, so many requests go out at once. */
public record FirehoseSinkSettings(String deliveryStreamName, AwsSettings aws, BatchSettings batch) {
    public static final String DELIVERY_STREAM_NAME = "delivery.stream.name";

    static final List<String> NAMES = Stream.of(List.of(DELIVERY_STREAM_NAME), AwsSettings.NAMES, BatchSettings.NAMES)
            .flatMap(List::stream)
            .toList();

    private static final BatchSettings DEFAULTS = new BatchSettings(500, 4L * 1_024 * 1_024, 50, 10_000, 500, false);

    /** Reads a group, which holds nothing else. */
    public static FirehoseSinkSettings of(PropertyGroup group) {
        group.allow(NAMES);
        return new FirehoseSinkSettings(
                group.text(DELIVERY_STREAM_NAME, "order-status"),
                AwsSettings.of(group),
                BatchSettings.of(group, DEFAULTS));
    }
}
