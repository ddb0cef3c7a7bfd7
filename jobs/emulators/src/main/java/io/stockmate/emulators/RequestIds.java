package io.stockmate.emulators;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Request ids as AWS shapes them, unique within this process and between its starts. */
final class RequestIds {
    private final long start = UUID.randomUUID().getMostSignificantBits();
    private final AtomicLong count = new AtomicLong();

    String next() {
        return new UUID(start, count.incrementAndGet()).toString();
    }
}
