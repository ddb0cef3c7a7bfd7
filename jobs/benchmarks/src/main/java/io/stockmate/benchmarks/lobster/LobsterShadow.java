package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Side;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the planner takes to rest: orders with the file's id, and anonymous ones for what the file never told. */
final class LobsterShadow {
    static final long ANONYMOUS = 0;

    static final class Resting {
        final long id;
        final Side side;
        final long price;
        String clOrdId;
        /** What the order asked for, what has traded included. */
        long orderQty;

        long left;

        Resting(long id, Side side, long price, long quantity, String clOrdId) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.clOrdId = clOrdId;
            this.orderQty = quantity;
            this.left = quantity;
        }
    }

    private final TreeMap<Long, Deque<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Deque<Resting>> asks = new TreeMap<>();

    TreeMap<Long, Deque<Resting>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    void rest(Resting order) {
        side(order.side)
                .computeIfAbsent(order.price, price -> new ArrayDeque<>())
                .add(order);
    }

    /** The order with the id, else an anonymous one at the price; null where neither rests. */
    @Nullable
    Resting find(Side side, long price, long id) {
        Resting anonymous = null;
        for (Resting order : side(side).getOrDefault(price, new ArrayDeque<>())) {
            if (order.id == id) {
                return order;
            }
            if (order.id == ANONYMOUS && anonymous == null) {
                anonymous = order;
            }
        }
        return anonymous;
    }

    void lower(Resting order, long by) {
        order.left -= by;
        if (order.left <= 0) {
            Deque<Resting> level = side(order.side).get(order.price);
            if (level != null) {
                level.remove(order);
                if (level.isEmpty()) {
                    side(order.side).remove(order.price);
                }
            }
        }
    }

    /** Executes {@code size} against the head of a side. Returns whether there was enough at {@code price}. */
    boolean execute(Side side, long price, long size) {
        long left = size;
        while (left > 0 && !side(side).isEmpty()) {
            Resting head = side(side).firstEntry().getValue().getFirst();
            if (head.price != price) {
                return false;
            }
            long taken = Math.min(left, head.left);
            lower(head, taken);
            left -= taken;
        }
        return left == 0;
    }
}
