package io.stockmate.core.book;

import org.jspecify.annotations.Nullable;

/** The orders of one price, first come first served. {@link BookSide} links it to the next better and worse level. */
final class PriceLevel {
    final BookSide side;
    final long price;

    @Nullable
    PriceLevel better;

    @Nullable
    PriceLevel worse;

    private @Nullable RestingOrder first;
    private @Nullable RestingOrder last;
    private long quantity;
    private int orders;

    PriceLevel(BookSide side, long price) {
        this.side = side;
        this.price = price;
    }

    @Nullable
    RestingOrder first() {
        return first;
    }

    long quantity() {
        return quantity;
    }

    int orders() {
        return orders;
    }

    boolean isEmpty() {
        return first == null;
    }

    RestingOrder append(long number, int account, long orderQuantity) {
        quantity = Math.addExact(quantity, orderQuantity);
        orders++;
        RestingOrder order = new RestingOrder(number, account, this, orderQuantity);
        order.previous = last;
        if (last == null) {
            first = order;
        } else {
            last.next = order;
        }
        last = order;
        return order;
    }

    /** Takes {@code by} off an order of this level, which keeps its place. */
    void lower(RestingOrder order, long by) {
        order.quantity -= by;
        quantity -= by;
    }

    void remove(RestingOrder order) {
        quantity -= order.quantity;
        orders--;
        if (order.previous == null) {
            first = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            last = order.previous;
        } else {
            order.next.previous = order.previous;
        }
    }
}
