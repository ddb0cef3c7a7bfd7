package io.stockmate.core.ledger;

/** What the balance of an account of the books means. */
public enum AccountKind {
    /** What the house has. */
    ASSET,
    /** What the house owes: to participants, in money and in goods. Negative: what they owe. */
    LIABILITY,
    /** What the house earned, as what was taken for it. */
    INCOME,
    /** What the house, or whoever keeps goods, lost. */
    EXPENSE,
    /** The world outside the books. */
    EXTERNAL
}
