package io.stockmate.connectors.firehose;

import io.stockmate.connectors.config.BatchSettings;
import io.stockmate.connectors.config.FirehoseSinkSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.kinesis.SentBySnapshot;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.firehose.sink.KinesisFirehoseSink;

/** What all delivery streams have in common. */
final class Delivery {
    private Delivery() {}

    /** @param group {@link FirehoseSinkSettings} */
    static <T> Sink<T> sink(PropertyGroup group, SerializationSchema<T> lines) {
        FirehoseSinkSettings settings = FirehoseSinkSettings.of(group);
        BatchSettings batch = settings.batch();
        return new SentBySnapshot<>(KinesisFirehoseSink.<T>builder()
                .setDeliveryStreamName(settings.deliveryStreamName())
                .setFirehoseClientProperties(settings.aws().toProperties())
                .setSerializationSchema(lines)
                .setMaxBatchSize(batch.recordsPerRequestMax())
                .setMaxBatchSizeInBytes(batch.bytesPerRequestMax())
                .setMaxInFlightRequests(batch.requestsInFlightMax())
                .setMaxBufferedRequests(batch.recordsBufferedMax())
                .setMaxTimeInBufferMS(batch.waitMaxMillis())
                .setFailOnError(batch.failOnError())
                .build());
    }

    /** Firehose joins records as they are: each of ours ends in a newline. */
    static byte[] line(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
