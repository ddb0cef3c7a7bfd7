package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/**
 * Takes Kinesis records as they are. Their bytes are not looked at: decoding, which never fails, is the job's.
 *
 * <p>The consumer gives each shard a copy of its own and hands over the parts of a KPL-aggregated record one after
 * another under one sequence number, without their places; so they are counted here. After a restart in the middle of
 * such a record the count begins again at 0.
 */
final class ArrivedRecordSchema implements KinesisDeserializationSchema<ArrivedRecord> {
    private static final long serialVersionUID = 1;

    private String lastSequenceNumber = "";
    private long subSequence;

    @Override
    public ArrivedRecord deserialize(
            byte[] data, String partitionKey, String sequenceNumber, long arrivedAt, String stream, String shardId) {
        subSequence = sequenceNumber.equals(lastSequenceNumber) ? subSequence + 1 : 0;
        lastSequenceNumber = sequenceNumber;
        return new ArrivedRecord(new Cause(shardId, sequenceNumber, subSequence, arrivedAt), partitionKey, data);
    }

    @Override
    public TypeInformation<ArrivedRecord> getProducedType() {
        return new ArrivedRecordType();
    }
}
