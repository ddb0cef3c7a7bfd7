package io.stockmate.core.anomaly;

import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The lowest and the highest price of a moving window, in a fixed space: the window is cut into slices, and each keeps
 * its two extremes with their times. Nothing older than the window is ever compared with; overlooked can be what lies
 * in the slice that is passing out of the window, behind a farther extreme that has left it already.
 */
final class PriceWindow {
    private static final int SLICES = 8;

    /** A price that was traded. */
    record Extreme(long ts, long seq, long price) {}

    private record Slice(long start, Extreme low, Extreme high) {}

    private final ArrayDeque<Slice> slices = new ArrayDeque<>();

    boolean isEmpty() {
        return slices.isEmpty();
    }

    void forget() {
        slices.clear();
    }

    /** @return whether there was anything so old */
    boolean forgetBefore(long ts) {
        boolean forgot = false;
        while (!slices.isEmpty() && lastOf(slices.getFirst()) < ts) {
            slices.removeFirst();
            forgot = true;
        }
        Slice oldest = slices.peekFirst();
        if (oldest != null && (oldest.low().ts() < ts || oldest.high().ts() < ts)) {
            Extreme low = oldest.low().ts() < ts ? oldest.high() : oldest.low();
            Extreme high = oldest.high().ts() < ts ? oldest.low() : oldest.high();
            slices.removeFirst();
            slices.addFirst(new Slice(oldest.start(), low, high));
            forgot = true;
        }
        return forgot;
    }

    private static long lastOf(Slice slice) {
        return Math.max(slice.low().ts(), slice.high().ts());
    }

    void add(long ts, long seq, long price, long windowMs) {
        long start = ts - Math.floorMod(ts, Math.max(1, windowMs / SLICES));
        Extreme extreme = new Extreme(ts, seq, price);
        Slice last = slices.peekLast();
        if (last == null || last.start() != start) {
            slices.addLast(new Slice(start, extreme, extreme));
        } else {
            slices.removeLast();
            slices.addLast(new Slice(
                    start,
                    price <= last.low().price() ? extreme : last.low(),
                    price >= last.high().price() ? extreme : last.high()));
        }
        if (slices.size() > SLICES + 2) {
            slices.removeFirst();
        }
    }

    /** The price that differs most from {@code price}, by percent of itself; null where the window is empty. */
    @Nullable
    Extreme farthest(long price) {
        Extreme low = lowest();
        Extreme high = highest();
        if (low == null || high == null) {
            return null;
        }
        boolean up = Amounts.percentOff(price, low.price()) >= Amounts.percentOff(price, high.price());
        return price > low.price() && (up || price >= high.price()) ? low : high;
    }

    /** The largest rise from the lowest to the highest price, in percent, units of 10⁻⁴. */
    long changePercent() {
        Extreme low = lowest();
        Extreme high = highest();
        return low == null || high == null ? 0 : Amounts.percentOff(high.price(), low.price());
    }

    private @Nullable Extreme lowest() {
        Extreme lowest = null;
        for (Slice slice : slices) {
            if (lowest == null || slice.low().price() <= lowest.price()) {
                lowest = slice.low();
            }
        }
        return lowest;
    }

    private @Nullable Extreme highest() {
        Extreme highest = null;
        for (Slice slice : slices) {
            if (highest == null || slice.high().price() >= highest.price()) {
                highest = slice.high();
            }
        }
        return highest;
    }

    void write(StateOut out) throws IOException {
        out.number(slices.size());
        for (Slice slice : slices) {
            out.number(slice.start());
            write(out, slice.start(), slice.low());
            write(out, slice.start(), slice.high());
        }
    }

    private static void write(StateOut out, long start, Extreme extreme) throws IOException {
        out.number(extreme.ts() - start);
        out.number(extreme.seq());
        out.number(extreme.price());
    }

    void read(StateIn in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            long start = in.number();
            slices.addLast(new Slice(start, extreme(start, in), extreme(start, in)));
        }
    }

    private static Extreme extreme(long start, StateIn in) throws IOException {
        return new Extreme(start + in.number(), in.number(), in.number());
    }
}
