package io.stockmate.core.view;

import io.stockmate.core.message.Side;

/**
 * A resting order as its reports tell it.
 *
 * @param shown of what is left
 * @param displayQty {@link io.stockmate.core.message.Absent#NUMBER} for an order that hides nothing
 * @param place counts up; renewed whenever the order goes behind all others of its price
 */
record ViewedOrder(Side side, long price, long left, long shown, long displayQty, long place) {
    ViewedOrder at(long newPlace) {
        return new ViewedOrder(side, price, left, shown, displayQty, newPlace);
    }
}
