package io.stockmate.connectors.wire;

import io.stockmate.core.message.Cause;

/**
 * A Kinesis record as it arrived, or one of the records that a KPL-aggregated one holds.
 *
 * @param cause where and when it arrived
 * @param data its bytes; not to be changed by anyone
 * @param wrongShard whether its partition key belongs to another shard, so that it has no place in its key's order
 */
@SuppressWarnings("ArrayRecordComponent")
public record ArrivedRecord(Cause cause, String partitionKey, byte[] data, boolean wrongShard) {
    /** A record in the shard of its partition key. */
    public ArrivedRecord(Cause cause, String partitionKey, byte[] data) {
        this(cause, partitionKey, data, false);
    }
}
