package io.stockmate.core.projection;

import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import org.jspecify.annotations.Nullable;

/** A symbol as it was last defined; one row per symbol. It gives orders their currency. */
public record Instrument(
        String symbol,
        long seq,
        long ts,
        String name,
        @Nullable String category,
        String currency,
        long tickSize,
        long lotSize,
        long leadTimeDays)
        implements LatestRow {
    /** The row that an accepted definition makes. */
    public static Instrument of(EventHeader header, DefineInstrument defined) {
        return new Instrument(
                header.symbol(),
                header.seq(),
                header.ts(),
                defined.name(),
                defined.category(),
                defined.currency(),
                defined.tickSize(),
                defined.lotSize(),
                defined.leadTimeDays());
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.text("name", name);
        sink.text("category", category);
        sink.text("currency", currency);
        sink.decimal("tickSize", tickSize);
        sink.integer("lotSize", lotSize);
        sink.integer("leadTimeDays", leadTimeDays);
    }

    public static Instrument read(FieldSource source) {
        return new Instrument(
                source.reference("symbol"),
                source.integer("seq"),
                source.time("ts"),
                source.text("name"),
                source.optionalText("category"),
                source.text("currency"),
                source.decimal("tickSize"),
                source.integer("lotSize"),
                source.integer("leadTimeDays"));
    }
}
