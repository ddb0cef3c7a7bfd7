package io.stockmate.core.message;

/** Why something moved in the books. */
public enum TransferReason {
    /** A trade: money one way, goods the other, and fees. */
    TRADE,
    /** A trade was undone: what it moved goes back. */
    REVERSAL,
    /** What a trade should have been, booked after its reversal. */
    CORRECTION,
    /** The value date of trades has come. */
    SETTLEMENT,
    /** A payment provider captured a payment. */
    PAYMENT,
    RECEIPT,
    ISSUE,
    COUNT,
    /**
     * What a stock level holds besides: goods of a corrected trade that had been delivered, or the first level told.
     */
    RESTATEMENT
}
