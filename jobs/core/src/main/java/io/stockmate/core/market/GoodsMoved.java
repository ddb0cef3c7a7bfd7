package io.stockmate.core.market;

/** What a trade did to the stock of its buyer. Codes are kept by position: new ones come last. */
enum GoodsMoved {
    /** Nothing: stock was not tracked. */
    NONE,
    ON_HAND,
    ON_ORDER
}
