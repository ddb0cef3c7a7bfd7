package io.stockmate.emulators;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Milliseconds since 1970 that never go back, whatever the clock behind them does, and that may run faster than it. */
final class ArrivalClock {
    private final LongSupplier source;
    private final AtomicLong latest = new AtomicLong();
    private volatile LongSupplier time;

    ArrivalClock(LongSupplier source) {
        this.source = source;
        this.time = source;
    }

    /**
     * From now on it runs {@code speed} times as fast as the clock behind it, and goes on from where it was: also where
     * that lies ahead of the clock behind it, because it once ran faster.
     */
    void runFrom(long speed) {
        long realStart = source.getAsLong();
        long start = Math.max(latest.get(), realStart);
        time = () -> start + Math.multiplyExact(source.getAsLong() - realStart, speed);
    }

    long millis() {
        return latest.accumulateAndGet(time.getAsLong(), Math::max);
    }

    /** What was given out before a restart is not undercut after it. */
    void advanceTo(long millis) {
        latest.accumulateAndGet(millis, Math::max);
    }

    /** The highest time given out so far. */
    long latest() {
        return latest.get();
    }
}
