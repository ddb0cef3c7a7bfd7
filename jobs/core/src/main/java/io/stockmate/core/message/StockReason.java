package io.stockmate.core.message;

/** Why a stock level changed. */
public enum StockReason {
    ALLOCATE,
    RELEASE,
    TRADE,
    RECEIPT,
    ISSUE,
    COUNT,
    CORRECTION
}
