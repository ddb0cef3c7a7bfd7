package io.stockmate.producers;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Carries time to the markets: one {@link Tick} per known symbol and interval. A symbol is known by its first event
 * with {@code seq ≥ 1}. Intervals that went by between two steps give one tick, not many.
 */
public final class Clock implements Producer {
    /** The account of every tick. */
    public static final String ACCOUNT = "CLOCK";

    private final long intervalMs;
    private final SortedSet<String> symbols = new TreeSet<>();
    private long lastInterval = Long.MIN_VALUE;

    /** @throws IllegalArgumentException unless {@code intervalMs ≥ 1} */
    public Clock(long intervalMs) {
        if (intervalMs < 1) {
            throw new IllegalArgumentException(
                    "the clock's interval is " + intervalMs + " ms; it must be at least 1 ms");
        }
        this.intervalMs = intervalMs;
    }

    @Override
    public void observe(Event event) {
        if (event.seq() >= 1) {
            symbols.add(event.symbol());
        }
    }

    @Override
    public List<Submission> step(long time) {
        long interval = Math.floorDiv(time, intervalMs);
        if (interval <= lastInterval || symbols.isEmpty()) {
            return List.of();
        }
        lastInterval = interval;
        List<Submission> ticks = new ArrayList<>(symbols.size());
        for (String symbol : symbols) {
            ticks.add(Submission.of(symbol, ACCOUNT, new Tick()));
        }
        return ticks;
    }

    /** How many symbols it knows. */
    public int symbols() {
        return symbols.size();
    }
}
