package io.stockmate.core.message;

/** Why a record could not be answered. */
public enum DeadLetterReason {
    MALFORMED,
    UNKNOWN_TYPE,
    OVERSIZE,
    WRONG_PARTITION_KEY,
    WRONG_SHARD,
    SCHEMA
}
