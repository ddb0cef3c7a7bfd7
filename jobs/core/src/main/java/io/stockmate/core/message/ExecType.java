package io.stockmate.core.message;

/** FIX ExecType (150), ORDER_STATUS being its I. */
public enum ExecType {
    NEW,
    TRADE,
    CANCELED,
    REPLACED,
    REJECTED,
    EXPIRED,
    TRIGGERED,
    RESTATED,
    TRADE_CANCEL,
    TRADE_CORRECT,
    ORDER_STATUS
}
