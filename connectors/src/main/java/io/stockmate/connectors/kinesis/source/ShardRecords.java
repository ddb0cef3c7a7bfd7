package io.stockmate.connectors.kinesis.source;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * What the records of one shard hold, for every reader alike: a KPL-aggregated record its parts with their sub-sequence
 * numbers, any other record, a damaged aggregate too, itself. Each is marked whose partition key belongs to another
 * shard. For one thread.
 */
public final class ShardRecords {
    private final String shardId;
    private final KeyCheck keys;

    public ShardRecords(String shardId, HashKeys hashKeys) {
        this.shardId = shardId;
        this.keys = new KeyCheck(hashKeys);
    }

    /** Hands out what a record holds, in order; an aggregate may hold nothing. */
    public void unpack(Record record, Consumer<ArrivedRecord> each) {
        byte[] data = record.data().asByteArrayUnsafe();
        List<AggregatedRecord.Part> parts = AggregatedRecord.parts(data);
        if (parts == null) {
            each.accept(arrived(record, 0, record.partitionKey(), data));
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            AggregatedRecord.Part part = parts.get(i);
            each.accept(arrived(record, i, part.partitionKey(), part.data()));
        }
    }

    private ArrivedRecord arrived(Record record, long subSequence, String partitionKey, byte[] data) {
        Cause cause = new Cause(
                shardId,
                record.sequenceNumber(),
                subSequence,
                record.approximateArrivalTimestamp().toEpochMilli());
        return new ArrivedRecord(cause, partitionKey, data, !keys.belongs(partitionKey));
    }
}
