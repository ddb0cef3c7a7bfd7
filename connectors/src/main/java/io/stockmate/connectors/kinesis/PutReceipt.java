package io.stockmate.connectors.kinesis;

/** Where in the stream a record was put. */
public record PutReceipt(String shardId, String sequenceNumber) {}
