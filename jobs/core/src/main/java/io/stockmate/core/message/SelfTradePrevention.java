package io.stockmate.core.message;

/** What happens when two orders of one account meet. */
public enum SelfTradePrevention {
    CANCEL_NEW,
    CANCEL_RESTING,
    CANCEL_BOTH,
    DECREMENT,
    NONE
}
