package io.stockmate.core.projection;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.TopOfBook;
import org.jspecify.annotations.Nullable;

/** The best prices of a symbol and the quantities at them; one row per symbol. Absent where a side is empty. */
public record BookTop(String symbol, long seq, long ts, long bidPx, long bidQty, long askPx, long askQty)
        implements LatestRow {
    /** The row that an event makes; null where it makes none. */
    public static @Nullable BookTop of(Event event) {
        if (event.seq() == 0 || !(event.body() instanceof TopOfBook top)) {
            return null;
        }
        return new BookTop(
                event.symbol(), event.seq(), event.header().ts(), top.bidPx(), top.bidQty(), top.askPx(), top.askQty());
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.decimal("bidPx", bidPx);
        sink.integer("bidQty", bidQty);
        sink.decimal("askPx", askPx);
        sink.integer("askQty", askQty);
    }

    public static BookTop read(FieldSource source) {
        return new BookTop(
                source.reference("symbol"),
                source.integer("seq"),
                source.time("ts"),
                source.optionalDecimal("bidPx"),
                source.optionalInteger("bidQty"),
                source.optionalDecimal("askPx"),
                source.optionalInteger("askQty"));
    }
}
