package io.stockmate.benchmarks.source;

import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/** Makes of FlinkKinesisConsumer's records what the ordered source makes of its own. */
final class AsArrivedRecord implements KinesisDeserializationSchema<ArrivedRecord> {
    private static final long serialVersionUID = 1;

    @Override
    public ArrivedRecord deserialize(
            byte[] data, String partitionKey, String sequenceNumber, long arrivedAt, String stream, String shardId) {
        return new ArrivedRecord(new Cause(shardId, sequenceNumber, 0, arrivedAt), partitionKey, data);
    }

    @Override
    public TypeInformation<ArrivedRecord> getProducedType() {
        return new ArrivedRecordType();
    }
}
