package io.stockmate.core.market;

import io.stockmate.core.message.OrdStatus;
import org.jspecify.annotations.Nullable;

/**
 * An order of a trade that is corrected.
 *
 * @param end the status in which it ended; null while it works
 */
record TradedOrder(Order order, @Nullable OrdStatus end) {
    /** An order that ended keeps its status, whatever is left of its trades. */
    OrdStatus ordStatus() {
        return end == null ? order.workingStatus() : end;
    }
}
