package io.stockmate.lake;

import io.stockmate.core.message.LogEntry;
import java.util.function.Consumer;

/** Passes on, of each symbol's entries in their order, those up to a book time: the latest arrival so far. */
final class UntilBookTime implements Consumer<LogEntry> {
    private final long untilMs;
    private final Consumer<LogEntry> each;
    private String symbol = "";
    private long ts = Long.MIN_VALUE;

    UntilBookTime(long untilMs, Consumer<LogEntry> each) {
        this.untilMs = untilMs;
        this.each = each;
    }

    @Override
    public void accept(LogEntry entry) {
        long arrivedAt = entry.cause().arrivedAt();
        boolean goesOn = entry.commandSeq() > 1 && entry.symbol().equals(symbol);
        ts = goesOn ? Math.max(ts, arrivedAt) : arrivedAt;
        symbol = entry.symbol();
        if (ts <= untilMs) {
            each.accept(entry);
        }
    }
}
