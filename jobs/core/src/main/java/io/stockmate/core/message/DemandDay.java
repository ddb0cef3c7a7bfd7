package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * What a closed day came to: one for each account that did anything, was sold out or is forecast, and one without an
 * account for what is known of the symbol alone. A day on which the market did not run has none. Columns of the two
 * kinds do not overlap, so that sums over rows are right.
 *
 * @param ts book time of the tick that closed the day, epoch milliseconds UTC
 * @param seq of that tick's event
 * @param account absent in the symbol's own row
 * @param bucketStart the day, its start in epoch milliseconds UTC
 * @param sold what the account's trades came to, as {@code issued}, {@code lost} and {@code soldOutMs} of accounts only
 * @param issued what left its stock otherwise
 * @param lost its part, in units of 10⁻⁴, of what buyers wanted while it had nothing on hand
 * @param demand sold + issued + lost in units of 10⁻⁴, as forecasts learn it; absent where it is not known: on the
 *     symbol's first day, and where the account had nothing from beginning to end and nothing was lost
 * @param soldOutMs how long the account had nothing on hand
 * @param price what the account asked for last on that day, or was paid; absent where it did neither
 * @param unmet what all BUYs that ended unmatched left open, as {@code late} in the symbol's row only
 * @param late what was told on this day of days that were closed already, added up whatever its sign: issues, and what
 *     corrections of trades add or take back. It counts in no day's demand
 */
public record DemandDay(
        String symbol,
        long ts,
        long seq,
        @Nullable String account,
        long bucketStart,
        long sold,
        long issued,
        long lost,
        long demand,
        long soldOutMs,
        long price,
        long unmet,
        long late)
        implements Described {
    /** What is known of the symbol alone. */
    public static DemandDay ofSymbol(String symbol, long ts, long seq, long bucketStart, long unmet, long late) {
        long absent = Absent.NUMBER;
        return new DemandDay(
                symbol, ts, seq, null, bucketStart, absent, absent, absent, absent, absent, absent, unmet, late);
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.time("ts", ts);
        sink.integer("seq", seq);
        sink.text("account", account);
        sink.time("bucketStart", bucketStart);
        sink.integer("sold", sold);
        sink.integer("issued", issued);
        sink.decimal("lost", lost);
        sink.decimal("demand", demand);
        sink.integer("soldOutMs", soldOutMs);
        sink.decimal("price", price);
        sink.integer("unmet", unmet);
        sink.integer("late", late);
    }

    public static DemandDay read(FieldSource source) {
        return new DemandDay(
                source.reference("symbol"),
                source.time("ts"),
                source.integer("seq"),
                source.optionalText("account"),
                source.time("bucketStart"),
                source.optionalInteger("sold"),
                source.optionalInteger("issued"),
                source.optionalDecimal("lost"),
                source.optionalDecimal("demand"),
                source.optionalInteger("soldOutMs"),
                source.optionalDecimal("price"),
                source.optionalInteger("unmet"),
                source.optionalInteger("late"));
    }
}
