package io.stockmate.emulators;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So much a second: it fills up evenly to one second's worth, and whoever takes more leaves a debt. */
final class Allowance {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long perSecond;
    private final LongSupplier nanoTime;
    private long available;
    private long filledAtNanos;

    Allowance(long perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.available = perSecond;
        this.filledAtNanos = nanoTime.getAsLong();
    }

    /** Whether {@code amount} is there now. */
    synchronized boolean has(long amount) {
        fill();
        return available >= amount;
    }

    /** Takes it, there or not. */
    synchronized void take(long amount) {
        fill();
        available -= amount;
    }

    private void fill() {
        long now = nanoTime.getAsLong();
        long elapsed = now - filledAtNanos;
        if (elapsed >= SECOND_NANOS * 60) {
            available = perSecond;
            filledAtNanos = now;
            return;
        }
        long more = elapsed * perSecond / SECOND_NANOS;
        if (more > 0) {
            available = Math.min(perSecond, available + more);
            filledAtNanos += more * SECOND_NANOS / perSecond;
        }
    }
}
