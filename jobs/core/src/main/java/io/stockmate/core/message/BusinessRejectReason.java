package io.stockmate.core.message;

/** Why a command other than an order, its replacement or its cancel was refused. */
public enum BusinessRejectReason {
    UNKNOWN_SYMBOL,
    NOT_AUTHORIZED,
    DUPLICATE,
    ID_REUSED,
    UNSUPPORTED,
    INVALID_FIELD,
    EXCEEDS_LIMIT,
    CONFLICT,
    UNKNOWN_ORDER,
    UNKNOWN_TRADE,
    INSUFFICIENT_STOCK
}
