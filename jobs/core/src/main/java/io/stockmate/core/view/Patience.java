package io.stockmate.core.view;

import io.stockmate.core.message.Absent;

/** How long a symbol has waited, by the arrival of its early events since one was last handed on. */
final class Patience {
    private final long limitMs;
    private final long silenceMs;
    private long lastArrivedAt = Absent.NUMBER;
    private long waitedMs;

    Patience(EarlyLimits limits) {
        limitMs = limits.arrivalTime().toMillis();
        silenceMs = Math.max(1, limits.silence().toMillis());
    }

    /** An event was handed on. */
    void renew() {
        lastArrivedAt = Absent.NUMBER;
        waitedMs = 0;
    }

    /** An event came early. Arrival times of a stream ascend, or nearly: one that goes back counts nothing. */
    void arrival(long arrivedAt) {
        if (Absent.is(lastArrivedAt)) {
            lastArrivedAt = arrivedAt;
        } else if (arrivedAt > lastArrivedAt) {
            waitedMs += Math.min(arrivedAt - lastArrivedAt, silenceMs);
            lastArrivedAt = arrivedAt;
        }
    }

    long waitedMs() {
        return waitedMs;
    }

    boolean isOver() {
        return waitedMs > limitMs;
    }
}
