package io.stockmate.emulators;

/**
 * A record in a stream.
 *
 * @param arrivedAt its ApproximateArrivalTimestamp, epoch milliseconds
 * @param data not to be changed
 */
public record KinesisRecord(String shardId, String sequenceNumber, long arrivedAt, String partitionKey, byte[] data) {}
