package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The working orders of a symbol: by entry, and by the time at which they expire. They rest in state in slots of 64
 * entries.
 */
final class Orders {
    private static final int SLOT = 64;

    private final HashedTable<Order> byEntry = new HashedTable<>();
    private final TreeSet<Order> byExpiry = new TreeSet<>(
            Comparator.<Order>comparingLong(order -> order.expireTime).thenComparingLong(o -> o.entry));
    /** Numbers of slots. */
    private final HashedTable<Long> changed = new HashedTable<>();

    private final HashedTable<Long> stored = new HashedTable<>();
    private int grownTo;

    void add(Order order) {
        byEntry.put(byEntry.first(order.entry), order.entry, order);
        grownTo = Math.max(grownTo, byEntry.size());
        if (!Absent.is(order.expireTime)) {
            byExpiry.add(order);
        }
        changed(order);
    }

    /** Takes out an order that has ended. */
    void remove(Order order) {
        int place = byEntry.first(order.entry);
        if (place == HashedTable.NONE || byEntry.at(place) != order) {
            throw new IllegalStateException("order " + order.entry + " does not work");
        }
        byEntry.removeAt(place);
        if (!Absent.is(order.expireTime)) {
            byExpiry.remove(order);
        }
        changed(order);
    }

    /** Must be told whenever an order that works has changed otherwise than by the methods here. */
    void changed(Order order) {
        mark(changed, order.entry / SLOT);
    }

    private static void mark(HashedTable<Long> slots, long number) {
        if (slots.first(number) == HashedTable.NONE) {
            slots.put(HashedTable.NONE, number, number);
        }
    }

    void expireAt(Order order, long expireTime) {
        byExpiry.remove(order);
        order.expireTime = expireTime;
        byExpiry.add(order);
        changed(order);
    }

    @Nullable
    Order find(long entry) {
        int place = byEntry.first(entry);
        return place == HashedTable.NONE ? null : byEntry.at(place);
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
        return byEntry.size();
    }

    /** The most that worked at a time since {@link #shrunk}. */
    int grownTo() {
        return grownTo;
    }

    /** From now on what works now is the most. */
    void shrunk() {
        grownTo = byEntry.size();
    }

    /** The working orders of an account, of both sides where {@code side} is null, by entry. */
    List<Order> of(String account, @Nullable Side side) {
        TreeMap<Long, Order> found = new TreeMap<>();
        byEntry.forEach(order -> {
            if (order.account.equals(account) && (side == null || order.side == side)) {
                found.put(order.entry, order);
            }
        });
        return List.copyOf(found.values());
    }

    /** All working orders, by place. */
    List<Order> inOrderOfPlace() {
        TreeMap<Long, Order> byPlace = new TreeMap<>();
        byEntry.forEach(order -> byPlace.put(order.place, order));
        return List.copyOf(byPlace.values());
    }

    void writeChanges(PieceSink sink) {
        List<Long> numbers = new ArrayList<>();
        changed.forEach(numbers::add);
        Collections.sort(numbers);
        for (long number : numbers) {
            List<Order> working = slot(number);
            int place = stored.first(number);
            if (!working.isEmpty()) {
                sink.put(Pieces.ORDERS + number, Pieces.of(working));
                mark(stored, number);
            } else if (place != HashedTable.NONE) {
                sink.remove(Pieces.ORDERS + number);
                stored.removeAt(place);
            }
        }
        changed.clear();
    }

    private List<Order> slot(long number) {
        List<Order> working = new ArrayList<>();
        for (long entry = number * SLOT; entry < (number + 1) * SLOT; entry++) {
            Order order = find(entry);
            if (order != null) {
                working.add(order);
            }
        }
        return working;
    }

    void load(String piece, byte[] bytes) {
        for (Order order : Pieces.read(piece, bytes, Order::read)) {
            add(order);
            mark(stored, order.entry / SLOT);
        }
        changed.clear();
    }
}
