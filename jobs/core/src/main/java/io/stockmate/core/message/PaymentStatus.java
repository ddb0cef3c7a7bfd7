package io.stockmate.core.message;

/** What became of a payment. */
public enum PaymentStatus {
    CAPTURED,
    FAILED
}
