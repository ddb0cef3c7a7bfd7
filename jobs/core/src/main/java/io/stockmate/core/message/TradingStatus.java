package io.stockmate.core.message;

/** FIX SecurityTradingStatus (326), in the three states that matching knows. */
public enum TradingStatus {
    OPEN,
    HALTED,
    CLOSED
}
