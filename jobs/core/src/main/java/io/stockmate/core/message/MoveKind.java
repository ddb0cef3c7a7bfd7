package io.stockmate.core.message;

/** What kind of stock movement a producer reports. */
public enum MoveKind {
    RECEIPT,
    ISSUE,
    COUNT
}
