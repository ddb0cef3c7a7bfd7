package io.stockmate.local.exactness;

import java.util.HashMap;
import java.util.Map;

/** How many commands of each symbol have been answered, as far as it was told. For several threads. */
final class Progress {
    private final Map<String, Long> answered = new HashMap<>();
    private long sum;
    private long faults;

    /** Takes note; what was known before is passed over. */
    synchronized void answered(String symbol, long commandSeq) {
        long before = answered.getOrDefault(symbol, 0L);
        if (commandSeq > before) {
            answered.put(symbol, commandSeq);
            sum += commandSeq - before;
        }
    }

    synchronized void failed(long more) {
        faults += more;
    }

    /** How many requests to the endpoints had a fault made on purpose. */
    synchronized long faults() {
        return faults;
    }

    /** Commands of all symbols. */
    synchronized long sum() {
        return sum;
    }
}
