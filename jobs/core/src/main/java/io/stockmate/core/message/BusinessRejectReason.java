package io.stockmate.core.message;

/** Why a command other than an order, its replacement or its cancel was refused. */
public enum BusinessRejectReason {
    UNKNOWN_SYMBOL,
    NOT_AUTHORIZED,
    DUPLICATE,
    ID_REUSED,
    /** No rule gives it, as all commands are supported; the place stays taken, since binary forms number the constants. */
    UNSUPPORTED,
    INVALID_FIELD,
    EXCEEDS_LIMIT,
    CONFLICT,
    UNKNOWN_ORDER,
    UNKNOWN_TRADE,
    INSUFFICIENT_STOCK
}
