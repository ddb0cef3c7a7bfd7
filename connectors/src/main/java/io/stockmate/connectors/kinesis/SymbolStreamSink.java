package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.BatchSettings;
import io.stockmate.connectors.config.EventSinkSettings;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.kinesis.sink.KinesisStreamsSink;
import org.apache.flink.connector.kinesis.sink.PartitionKeyGenerator;

/** Makes sinks that write messages of symbols; with every snapshot all that led to it is in the stream. */
final class SymbolStreamSink {
    private SymbolStreamSink() {}

    static <T> Sink<T> of(
            EventSinkSettings settings, SerializationSchema<T> serialization, PartitionKeyGenerator<T> symbol) {
        BatchSettings batch = settings.batch();
        return new SentBySnapshot<>(KinesisStreamsSink.<T>builder()
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
                .build());
    }
}
