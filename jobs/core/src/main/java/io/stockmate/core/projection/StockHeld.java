package io.stockmate.core.projection;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.StockLevel;
import org.jspecify.annotations.Nullable;

/**
 * The stock of an account; one row per symbol and account.
 *
 * @param available onHand less allocated; negative where short selling or a count made it so
 */
public record StockHeld(
        String symbol, String account, long seq, long ts, long onHand, long allocated, long available, long onOrder)
        implements LatestRow {
    /** The row that an event makes; null where it makes none. */
    public static @Nullable StockHeld of(Event event) {
        if (event.seq() == 0 || !(event.body() instanceof StockLevel level)) {
            return null;
        }
        return new StockHeld(
                event.symbol(),
                level.account(),
                event.seq(),
                event.header().ts(),
                level.onHand(),
                level.allocated(),
                level.available(),
                level.onOrder());
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.text("account", account);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.integer("onHand", onHand);
        sink.integer("allocated", allocated);
        sink.integer("available", available);
        sink.integer("onOrder", onOrder);
    }

    public static StockHeld read(FieldSource source) {
        return new StockHeld(
                source.reference("symbol"),
                source.text("account"),
                source.integer("seq"),
                source.time("ts"),
                source.integer("onHand"),
                source.integer("allocated"),
                source.integer("available"),
                source.integer("onOrder"));
    }
}
