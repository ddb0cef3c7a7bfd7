package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Makes a symbol known, or changes it for what comes after. Taken from operators only.
 *
 * @param currency ISO 4217
 * @param leadTimeDays 0 delivers with the trade
 * @param allowShort a SELL needs no stock
 * @param tracksStock false: no stock levels at all
 */
public record DefineInstrument(
        String name,
        @Nullable String category,
        String currency,
        long tickSize,
        long lotSize,
        long maxOrderQty,
        long leadTimeDays,
        boolean allowShort,
        boolean tracksStock,
        long bandLowPx,
        long bandHighPx,
        long bandPercent,
        long makerFeeBps,
        long takerFeeBps,
        long settlementDays)
        implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("name", name);
        sink.text("category", category);
        sink.text("currency", currency);
        sink.decimal("tickSize", tickSize);
        sink.integer("lotSize", lotSize);
        sink.integer("maxOrderQty", maxOrderQty);
        sink.integer("leadTimeDays", leadTimeDays);
        sink.flag("allowShort", allowShort);
        sink.flag("tracksStock", tracksStock);
        sink.decimal("bandLowPx", bandLowPx);
        sink.decimal("bandHighPx", bandHighPx);
        sink.decimal("bandPercent", bandPercent);
        sink.integer("makerFeeBps", makerFeeBps);
        sink.integer("takerFeeBps", takerFeeBps);
        sink.integer("settlementDays", settlementDays);
    }

    public static DefineInstrument read(FieldSource source) {
        return new DefineInstrument(
                source.text("name"),
                source.optionalText("category"),
                source.text("currency"),
                source.decimal("tickSize"),
                source.integer("lotSize"),
                source.integer("maxOrderQty"),
                source.integer("leadTimeDays"),
                source.flag("allowShort"),
                source.flag("tracksStock"),
                source.optionalDecimal("bandLowPx"),
                source.optionalDecimal("bandHighPx"),
                source.optionalDecimal("bandPercent"),
                source.optionalInteger("makerFeeBps"),
                source.optionalInteger("takerFeeBps"),
                source.optionalInteger("settlementDays"));
    }

    @Override
    public CommandType type() {
        return CommandType.DEFINE_INSTRUMENT;
    }
}
