package io.stockmate.core.book;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a book tells, a line per call. */
final class ToldInWords implements BookListener {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** What was told since the last time. */
    List<String> drain() {
        List<String> drained = List.copyOf(lines);
        lines.clear();
        return drained;
    }

    @Override
    public void traded(long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft) {
        lines.add("traded " + quantity + " @ " + price + ": #" + resting + " has " + restingLeft + " left, #" + incoming
                + " has " + incomingLeft);
    }

    @Override
    public void restingRemoved(long resting, long incoming, long quantity) {
        lines.add("own order met by #" + incoming + ": resting #" + resting + " removed with " + quantity);
    }

    @Override
    public void restingReduced(long resting, long incoming, long by, long left) {
        lines.add("own order met by #" + incoming + ": resting #" + resting + " reduced by " + by + " to " + left);
    }

    @Override
    public void incomingRemoved(long resting, long incoming, long quantity) {
        lines.add("own order #" + resting + " met: incoming #" + incoming + " removed with " + quantity);
    }

    @Override
    public void incomingReduced(long resting, long incoming, long by, long left) {
        lines.add("own order #" + resting + " met: incoming #" + incoming + " reduced by " + by + " to " + left);
    }
}
