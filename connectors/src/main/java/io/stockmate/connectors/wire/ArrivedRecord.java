package io.stockmate.connectors.wire;

import io.stockmate.core.message.Cause;

/**
 * A Kinesis record as it arrived, or one of the records that a KPL-aggregated one holds.
 *
 * @param cause where and when it arrived
 * @param data its bytes; not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent")
public record ArrivedRecord(Cause cause, String partitionKey, byte[] data) {}
