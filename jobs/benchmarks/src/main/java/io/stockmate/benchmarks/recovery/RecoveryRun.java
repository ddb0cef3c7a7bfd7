package io.stockmate.benchmarks.recovery;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the bench and the operators of its jobs share in this process; there is one job at a time. */
final class RecoveryRun {
    /** The number of the first command that is not to be sent yet. */
    static final AtomicLong LIMIT = new AtomicLong();

    /** How many commands were answered since {@link #begin}, by their first event. */
    static final AtomicLong ANSWERED = new AtomicLong();

    /** When the first event came after {@link #begin}, by System.nanoTime(); 0 before that. */
    static final AtomicLong FIRST_EVENT_NS = new AtomicLong();

    private static final Map<String, Long> CHAINS = new ConcurrentHashMap<>();

    private RecoveryRun() {}

    static void begin() {
        ANSWERED.set(0);
        FIRST_EVENT_NS.set(0);
        CHAINS.clear();
    }

    static void event(String symbol, long chain, boolean firstOfItsCommand) {
        if (FIRST_EVENT_NS.get() == 0) {
            FIRST_EVENT_NS.compareAndSet(0, System.nanoTime());
        }
        CHAINS.put(symbol, chain);
        if (firstOfItsCommand) {
            ANSWERED.incrementAndGet();
        }
    }

    /** The chain of each symbol that was heard of since {@link #begin}. */
    static Map<String, Long> chains() {
        return new TreeMap<>(CHAINS);
    }
}
