package io.stockmate.connectors.config;

/** Where in a shard a reader without state begins. Kinesis's names. */
public enum InitialPosition {
    TRIM_HORIZON,
    LATEST,
    AT_TIMESTAMP
}
