package io.stockmate.core.message;

/** FIX OrdType (40). */
public enum OrdType {
    LIMIT,
    MARKET,
    STOP,
    STOP_LIMIT
}
