package io.stockmate.core.ledger;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import org.jspecify.annotations.Nullable;

/** What the books of a symbol remember whatever the account: read with every event. */
final class Head implements Described {
    /** The instrument's; empty before it is defined. */
    String currency = "";

    boolean tracksStock;
    long settlementDays;
    FeeRates fees = FeeRates.NONE;

    /** The hour whose usage is open, its start in epoch milliseconds UTC. */
    long usageHour;

    /** Numbers of the trades kept: none where the oldest is above the newest. */
    long oldestTrade = 1;

    long newestTrade;

    /** Days since the epoch on which money is due: none where the first is above the last. */
    long firstDue;

    long lastDue = -1;

    /** Who traded with itself: of the two levels that tell, the next one tells of the seller's side alone. */
    @Nullable
    String halfTold;

    boolean changed;

    void define(DefineInstrument instrument) {
        currency = instrument.currency();
        tracksStock = instrument.tracksStock();
        settlementDays = orZero(instrument.settlementDays());
        fees = new FeeRates(orZero(instrument.makerFeeBps()), orZero(instrument.takerFeeBps()));
        changed = true;
    }

    private static long orZero(long value) {
        return Absent.is(value) ? 0 : value;
    }

    void due(long day) {
        boolean none = firstDue > lastDue;
        if (none || day < firstDue) {
            firstDue = day;
            changed = true;
        }
        if (none || day > lastDue) {
            lastDue = day;
            changed = true;
        }
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("currency", currency);
        sink.flag("tracksStock", tracksStock);
        sink.integer("settlementDays", settlementDays);
        sink.integer("makerFeeBps", fees.makerBps());
        sink.integer("takerFeeBps", fees.takerBps());
        sink.time("usageHour", usageHour);
        sink.integer("oldestTrade", oldestTrade);
        sink.integer("newestTrade", newestTrade);
        sink.integer("firstDue", firstDue);
        sink.integer("lastDue", lastDue);
        sink.text("halfTold", halfTold);
    }

    static Head read(FieldSource source) {
        Head head = new Head();
        head.currency = source.text("currency");
        head.tracksStock = source.flag("tracksStock");
        head.settlementDays = source.integer("settlementDays");
        head.fees = new FeeRates(source.integer("makerFeeBps"), source.integer("takerFeeBps"));
        head.usageHour = source.time("usageHour");
        head.oldestTrade = source.integer("oldestTrade");
        head.newestTrade = source.integer("newestTrade");
        head.firstDue = source.integer("firstDue");
        head.lastDue = source.integer("lastDue");
        head.halfTold = source.optionalText("halfTold");
        return head;
    }
}
