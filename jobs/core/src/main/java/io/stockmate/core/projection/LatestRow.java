package io.stockmate.core.projection;

import io.stockmate.core.message.Described;

/**
 * How something of a symbol stands after the event {@code seq}. Of two rows of one key the higher {@code seq} holds.
 */
public sealed interface LatestRow extends Described permits OrderStatus, StockHeld, BookTop, Instrument, Payment {
    String symbol();

    long seq();
}
