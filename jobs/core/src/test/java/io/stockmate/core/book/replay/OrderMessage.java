package io.stockmate.core.book.replay;

import io.stockmate.core.message.Side;

/**
 * A message of an {@link OrderFile}.
 *
 * @param rests false for immediate-or-cancel
 * @param order the producer's id, which may be used again after its order is gone
 */
record OrderMessage(Kind kind, Side side, boolean rests, long quantity, long sequence, long order, long price) {
    enum Kind {
        NEW,
        CANCEL,
        MODIFY,
        MOVE_PRICE,
        REDUCE_BY
    }
}
