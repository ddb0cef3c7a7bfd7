package io.stockmate.pipelines.upgrade;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.emulators.FirehoseEndpoint;
import io.stockmate.emulators.FirehoseSettings;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.emulators.KinesisSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A job's surroundings, in which time is that of the records put: the same records are at the same places, with the
 * same sequence numbers, every time.
 */
final class Streams implements AutoCloseable {
    private static final long CREATED_AT = 1_767_225_600_000L;

    private final AtomicLong time = new AtomicLong(CREATED_AT);
    private final KinesisEndpoint kinesis;
    private final FirehoseEndpoint firehose;

    Streams(Path directory) throws IOException {
        kinesis = KinesisEndpoint.start(
                0, directory.resolve("streams"), KinesisSettings.defaults().withClock(time::get));
        firehose = FirehoseEndpoint.start(0, directory.resolve("deliveries"), FirehoseSettings.defaults());
        for (String stream : List.of("commands", "events", "alerts")) {
            kinesis.createStream(stream, 1);
        }
        firehose.createDeliveryStream("order-status");
        firehose.createDeliveryStream("accounting");
    }

    void put(String stream, List<ArrivedRecord> records) throws InterruptedException {
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(kinesis.uri()), stream)) {
            int from = 0;
            for (int to = 1; to <= records.size(); to++) {
                if (to == records.size() || arrival(records, to) != arrival(records, from)) {
                    time.set(arrival(records, from));
                    producer.put(records.subList(from, to).stream()
                            .map(record -> new OutgoingRecord(record.partitionKey(), record.data()))
                            .toList());
                    from = to;
                }
            }
        }
    }

    /** All that is in a stream. */
    List<ArrivedRecord> read(String stream) throws InterruptedException {
        AwsSettings aws = AwsSettings.local(kinesis.uri());
        SourceSettings settings =
                new SourceSettings(stream, aws, InitialPosition.TRIM_HORIZON, null, 10_000, 0, 10_000);
        List<ArrivedRecord> records = new ArrayList<>();
        try (KinesisReader reader = KinesisReader.open(settings)) {
            do {
                records.addAll(reader.poll());
            } while (!reader.isCaughtUp());
        }
        return records;
    }

    private static long arrival(List<ArrivedRecord> records, int place) {
        return records.get(place).cause().arrivedAt();
    }

    String kinesis() {
        return kinesis.uri().toString();
    }

    String firehose() {
        return firehose.uri().toString();
    }

    @Override
    public void close() throws IOException {
        firehose.close();
        kinesis.close();
    }
}
