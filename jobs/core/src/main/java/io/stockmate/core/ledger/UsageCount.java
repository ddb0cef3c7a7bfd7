package io.stockmate.core.ledger;

import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Counts what accounts do per hour of book time. An hour is told with the first event after its end, in the order in
 * which accounts were first seen in it. What is corrected later stays counted.
 */
final class UsageCount {
    private static final long HOUR_MS = 60L * 60 * 1000;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyyMMddHH", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Pieces pieces;
    private final Head head;
    private final LedgerSink sink;

    UsageCount(Pieces pieces, Head head, LedgerSink sink) {
        this.pieces = pieces;
        this.head = head;
        this.sink = sink;
    }

    void order(String account) {
        count(account, state -> state.orders++);
    }

    void trade(String account, long qty) {
        count(account, state -> {
            state.trades++;
            state.volume += qty;
        });
    }

    private void count(String account, Consumer<AccountState> counted) {
        AccountState.change(pieces, account, state -> {
            if (!state.hasUsage()) {
                active().add(account);
            }
            counted.accept(state);
        });
    }

    private NameList active() {
        return new NameList(pieces, Pieces.ACTIVE);
    }

    /** Tells the open hour where the event lies behind it. */
    void turn(EventHeader event) {
        long hour = Math.floorDiv(event.ts(), HOUR_MS) * HOUR_MS;
        if (hour == head.usageHour) {
            return;
        }
        for (String account : active().removeAll()) {
            AccountState.change(pieces, account, state -> tell(event, account, state));
        }
        head.usageHour = hour;
        head.changed = true;
    }

    private void tell(EventHeader event, String account, AccountState state) {
        tell(event, account, UsageMeter.ORDERS, state.orders);
        tell(event, account, UsageMeter.TRADES, state.trades);
        tell(event, account, UsageMeter.VOLUME, state.volume);
        state.orders = 0;
        state.trades = 0;
        state.volume = 0;
    }

    private void tell(EventHeader event, String account, UsageMeter meter, long value) {
        if (value > 0) {
            String identifier = meter + "/" + account + "/" + event.symbol() + "/"
                    + HOUR.format(Instant.ofEpochMilli(head.usageHour));
            sink.usage(new UsageRecord(
                    event.symbol(), event.seq(), event.ts(), identifier, account, meter, head.usageHour, value));
        }
    }
}
