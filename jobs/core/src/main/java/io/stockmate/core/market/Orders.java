package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The working orders of a symbol: by entry, by account and clOrdId, and by the time at which they expire. They rest in
 * state in slots of 64 entries.
 */
final class Orders {
    private static final int SLOT = 64;

    private record OwnId(String account, String clOrdId) {}

    private static final class Slot {
        final Order[] orders = new Order[SLOT];
        int working;
    }

    private final Map<Long, Slot> slots = new HashMap<>();
    private final Map<OwnId, Order> byOwnId = new HashMap<>();
    private final TreeSet<Order> byExpiry = new TreeSet<>(
            Comparator.<Order>comparingLong(order -> order.expireTime).thenComparingLong(o -> o.entry));
    private final TreeSet<Long> changed = new TreeSet<>();
    private final TreeSet<Long> stored = new TreeSet<>();
    private int size;

    void add(Order order) {
        Slot slot = slots.computeIfAbsent(order.entry / SLOT, number -> new Slot());
        slot.orders[(int) (order.entry % SLOT)] = order;
        slot.working++;
        byOwnId.put(new OwnId(order.account, order.clOrdId), order);
        if (!Absent.is(order.expireTime)) {
            byExpiry.add(order);
        }
        size++;
        changed(order);
    }

    /** Takes out an order that has ended. */
    void remove(Order order) {
        long number = order.entry / SLOT;
        Slot slot = slots.get(number);
        if (slot == null || slot.orders[(int) (order.entry % SLOT)] != order) {
            throw new IllegalStateException("order " + order.entry + " does not work");
        }
        slot.orders[(int) (order.entry % SLOT)] = null;
        if (--slot.working == 0) {
            slots.remove(number);
        }
        byOwnId.remove(new OwnId(order.account, order.clOrdId));
        byExpiry.remove(order);
        size--;
        changed(order);
    }

    /** Must be told whenever an order that works has changed otherwise than by the methods here. */
    void changed(Order order) {
        changed.add(order.entry / SLOT);
    }

    void rename(Order order, String clOrdId) {
        byOwnId.remove(new OwnId(order.account, order.clOrdId));
        order.clOrdId = clOrdId;
        byOwnId.put(new OwnId(order.account, clOrdId), order);
        changed(order);
    }

    void expireAt(Order order, long expireTime) {
        byExpiry.remove(order);
        order.expireTime = expireTime;
        byExpiry.add(order);
        changed(order);
    }

    @Nullable
    Order find(String account, String clOrdId) {
        return byOwnId.get(new OwnId(account, clOrdId));
    }

    @Nullable
    Order find(long entry) {
        Slot slot = slots.get(entry / SLOT);
        return slot == null ? null : slot.orders[(int) (entry % SLOT)];
    }

    /** An order that is known to work. */
    Order working(long entry) {
        Order order = find(entry);
        if (order == null) {
            throw new IllegalStateException("order " + entry + " rests in the book and does not work");
        }
        return order;
    }

    /** The first order, by expireTime and then entry, that is due at {@code ts}; null where none is. */
    @Nullable
    Order firstDue(long ts) {
        if (byExpiry.isEmpty() || byExpiry.first().expireTime > ts) {
            return null;
        }
        return byExpiry.first();
    }

    int size() {
        return size;
    }

    /** The working orders of an account, of both sides where {@code side} is null, by entry. */
    List<Order> of(String account, @Nullable Side side) {
        TreeMap<Long, Order> byEntry = new TreeMap<>();
        for (Slot slot : slots.values()) {
            for (Order order : slot.orders) {
                if (order != null && order.account.equals(account) && (side == null || order.side == side)) {
                    byEntry.put(order.entry, order);
                }
            }
        }
        return List.copyOf(byEntry.values());
    }

    /** All working orders, by place. */
    List<Order> inOrderOfPlace() {
        TreeMap<Long, Order> byPlace = new TreeMap<>();
        for (Slot slot : slots.values()) {
            for (Order order : slot.orders) {
                if (order != null) {
                    byPlace.put(order.place, order);
                }
            }
        }
        return List.copyOf(byPlace.values());
    }

    void writeChanges(PieceSink sink) {
        for (long number : changed) {
            Slot slot = slots.get(number);
            String piece = Pieces.ORDERS + number;
            if (slot != null) {
                List<Order> working = new ArrayList<>(slot.working);
                for (Order order : slot.orders) {
                    if (order != null) {
                        working.add(order);
                    }
                }
                sink.put(piece, Pieces.of(working));
                stored.add(number);
            } else if (stored.remove(number)) {
                sink.remove(piece);
            }
        }
        changed.clear();
    }

    void load(String piece, byte[] bytes) {
        for (Order order : Pieces.read(piece, bytes, Order::read)) {
            add(order);
            stored.add(order.entry / SLOT);
        }
        changed.clear();
    }
}
