package io.stockmate.core.message;

/** FIX OrdStatus (39). */
public enum OrdStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    REJECTED,
    EXPIRED;

    /** A terminal status never changes again, and leavesQty is 0 in it. */
    public boolean isTerminal() {
        return this != NEW && this != PARTIALLY_FILLED;
    }
}
