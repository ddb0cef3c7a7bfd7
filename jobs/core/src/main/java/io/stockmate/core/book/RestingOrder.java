package io.stockmate.core.book;

import org.jspecify.annotations.Nullable;

/** An order in the queue of its price level, which alone changes what is not final. */
final class RestingOrder {
    final long number;
    final int account;
    final PriceLevel level;
    long quantity;

    @Nullable
    RestingOrder previous;

    @Nullable
    RestingOrder next;

    RestingOrder(long number, int account, PriceLevel level, long quantity) {
        this.number = number;
        this.account = account;
        this.level = level;
        this.quantity = quantity;
    }
}
