package io.stockmate.core.demand.daily;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A BUY of an account that plans its stock. */
final class Purchase {
    /** What nobody has filled. */
    long bid;

    /** What was filled and is on its way, by the day on which it is due. */
    final TreeMap<Long, Long> due = new TreeMap<>();

    boolean isOver() {
        return bid == 0 && due.isEmpty();
    }

    void expect(long qty, long day) {
        due.merge(day, qty, Long::sum);
    }

    /** What is on its way. */
    long due() {
        long all = 0;
        for (long qty : due.values()) {
            all += qty;
        }
        return all;
    }

    /** Strikes out what has arrived, the earliest due first. */
    void arrived(long qty) {
        strike(qty, due::firstEntry);
    }

    /** Strikes out what will not come, the latest due first. */
    void strike(long qty) {
        strike(qty, due::lastEntry);
    }

    private void strike(long qty, Supplier<Map.@Nullable Entry<Long, Long>> which) {
        long left = qty;
        for (Map.Entry<Long, Long> next = which.get(); left > 0 && next != null; next = which.get()) {
            long outstanding = next.getValue();
            if (outstanding > left) {
                due.put(next.getKey(), outstanding - left);
            } else {
                due.remove(next.getKey());
            }
            left -= outstanding;
        }
    }

    /** Days are written by how far they are from the one before, at first from {@code day}; returns the last. */
    long write(long day, PieceWriter out) {
        out.number(bid).number(due.size());
        long before = day;
        for (Map.Entry<Long, Long> next : due.entrySet()) {
            out.number(next.getKey() - before).number(next.getValue());
            before = next.getKey();
        }
        return before;
    }

    /** What {@link #write} wrote. */
    long read(long day, PieceReader in) {
        bid = in.number();
        long last = day;
        for (long left = in.number(); left > 0; left--) {
            last = in.number() + Account.before(last, in);
            due.put(last, in.number());
        }
        return last;
    }
}
