package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.BatchSettings;
import io.stockmate.connectors.config.EventSinkSettings;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kinesis.sink.KinesisStreamsSink;
import org.apache.flink.connector.kinesis.sink.PartitionKeyGenerator;

/** Makes sinks that write messages of symbols. */
final class SymbolStreamSink {
    private SymbolStreamSink() {}

    static <T> KinesisStreamsSink<T> of(
            EventSinkSettings settings, SerializationSchema<T> serialization, PartitionKeyGenerator<T> symbol) {
        BatchSettings batch = settings.batch();
        return KinesisStreamsSink.<T>builder()
                .setStreamName(settings.streamName())
                .setKinesisClientProperties(settings.aws().toProperties())
                .setSerializationSchema(serialization)
                .setPartitionKeyGenerator(symbol)
                .setMaxBatchSize(batch.recordsPerRequestMax())
                .setMaxBatchSizeInBytes(batch.bytesPerRequestMax())
                .setMaxInFlightRequests(batch.requestsInFlightMax())
                .setMaxBufferedRequests(batch.recordsBufferedMax())
                .setMaxTimeInBufferMS(batch.waitMaxMillis())
                .setFailOnError(batch.failOnError())
                .build();
    }
}
