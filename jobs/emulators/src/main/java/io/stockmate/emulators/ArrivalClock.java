package io.stockmate.emulators;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Milliseconds since 1970 that never go back, whatever the clock behind them does. */
final class ArrivalClock {
    private final LongSupplier source;
    private final AtomicLong latest = new AtomicLong();

    ArrivalClock(LongSupplier source) {
        this.source = source;
    }

    long millis() {
        return latest.accumulateAndGet(source.getAsLong(), Math::max);
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
