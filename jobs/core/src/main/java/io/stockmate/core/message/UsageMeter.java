package io.stockmate.core.message;

/** What an account's usage is counted by. */
public enum UsageMeter {
    /** Orders accepted. */
    ORDERS,
    /** Trades, one for each side that the account was on. */
    TRADES,
    /** Quantity traded on either side. */
    VOLUME
}
