package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.kinesis.source.AggregatedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record to be put.
 *
 * @param partitionKey 1 to 256 characters
 * @param data with the key at most 1 MiB
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingRecord(String partitionKey, byte[] data) {
    /** What Kinesis takes: bytes of key and data together. */
    static final int SIZE_MAX = 1_048_576;

    private static final int PARTITION_KEY_LENGTH_MAX = 256;

    public OutgoingRecord {
        if (partitionKey.isEmpty() || partitionKey.length() > PARTITION_KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("a partition key of " + partitionKey.length()
                    + " characters is not one of 1 to " + PARTITION_KEY_LENGTH_MAX);
        }
        int size = size(partitionKey, data);
        if (size > SIZE_MAX) {
            throw new IllegalArgumentException("a record of " + size + " bytes with its key " + partitionKey
                    + " is more than Kinesis takes: " + SIZE_MAX);
        }
    }

    /**
     * Records of one partition key as one, in the Kinesis Producer Library's format: Kinesis takes or refuses them
     * together, so none of them overtakes another.
     */
    public static OutgoingRecord aggregate(String partitionKey, List<byte[]> all) {
        return new OutgoingRecord(partitionKey, AggregatedRecord.of(partitionKey, all));
    }

    /** Bytes of key and data, as Kinesis counts them. */
    int size() {
        return size(partitionKey, data);
    }

    private static int size(String partitionKey, byte[] data) {
        return partitionKey.getBytes(StandardCharsets.UTF_8).length + data.length;
    }
}
