package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.emulators.KinesisEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Short ways to the streams of an endpoint on this machine. */
final class LocalStreams {
    private static final int POLLS_MAX = 3_000;

    private final KinesisEndpoint endpoint;

    LocalStreams(KinesisEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    PropertyGroup group(String stream) {
        return PropertyGroup.of(
                stream,
                Map.of("stream.name", stream, "aws.endpoint", endpoint.uri().toString()));
    }

    KinesisProducer producer(String stream) {
        return KinesisProducer.open(AwsSettings.local(endpoint.uri()), stream);
    }

    KinesisReader reader(String stream, String position) {
        return KinesisReader.open(SourceSettings.of(group(stream)
                .with("flink.stream.initpos", position)
                .with("flink.shard.getrecords.intervalmillis", "20")));
    }

    /** Reads from the stream's beginning until there are {@code count} records; fails after a minute without. */
    List<ArrivedRecord> read(String stream, int count) throws InterruptedException {
        List<ArrivedRecord> records = new ArrayList<>();
        try (KinesisReader reader = reader(stream, "TRIM_HORIZON")) {
            for (int poll = 0; records.size() < count; poll++) {
                if (poll == POLLS_MAX) {
                    throw new AssertionError(stream + " has " + records.size() + " records instead of " + count);
                }
                records.addAll(reader.poll());
            }
        }
        return records;
    }
}
