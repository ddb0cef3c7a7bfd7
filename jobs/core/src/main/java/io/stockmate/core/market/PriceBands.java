package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DefineInstrument;

/**
 * The prices at which orders are taken: the fixed band from bandLowPx to bandHighPx, and within it the band of
 * bandPercent around the last trade, as of the order's entry. A last trade outside the fixed band counts as one at its
 * edge. Both are price collars as RTS 7, Article 20 of MiFID II asks of trading venues; FIX SecurityDefinition carries
 * them as LowLimitPrice (1148) and HighLimitPrice (1149). They bind what enters; an order that rests keeps its price.
 */
final class PriceBands {
    /** bandPercent is in units of 10⁻⁴ per cent. */
    private static final long WHOLE = 1_000_000;

    private PriceBands() {}

    /** The lowest price that is taken; 0 where there is no bound. */
    static long low(DefineInstrument instrument, long lastPx) {
        long fixed = fixedLow(instrument);
        return isDynamic(instrument, lastPx)
                ? Math.max(fixed, reference(instrument, lastPx) - width(instrument, lastPx))
                : fixed;
    }

    /** The highest price that is taken; {@link Long#MAX_VALUE} where there is no bound. */
    static long high(DefineInstrument instrument, long lastPx) {
        long fixed = fixedHigh(instrument);
        return isDynamic(instrument, lastPx)
                ? Math.min(fixed, reference(instrument, lastPx) + width(instrument, lastPx))
                : fixed;
    }

    static boolean hold(DefineInstrument instrument, long lastPx, long price) {
        return price >= low(instrument, lastPx) && price <= high(instrument, lastPx);
    }

    /** Whether the fixed band alone holds the price. */
    static boolean fixedHold(DefineInstrument instrument, long price) {
        return price >= fixedLow(instrument) && price <= fixedHigh(instrument);
    }

    private static boolean isDynamic(DefineInstrument instrument, long lastPx) {
        return !Absent.is(instrument.bandPercent()) && !Absent.is(lastPx);
    }

    private static long fixedLow(DefineInstrument instrument) {
        return Absent.is(instrument.bandLowPx()) ? 0 : instrument.bandLowPx();
    }

    private static long fixedHigh(DefineInstrument instrument) {
        return Absent.is(instrument.bandHighPx()) ? Long.MAX_VALUE : instrument.bandHighPx();
    }

    private static long reference(DefineInstrument instrument, long lastPx) {
        return Math.max(fixedLow(instrument), Math.min(lastPx, fixedHigh(instrument)));
    }

    /** In two parts, as the product of price and percentage can be too large for a long. */
    private static long width(DefineInstrument instrument, long lastPx) {
        long reference = reference(instrument, lastPx);
        long percent = instrument.bandPercent();
        return reference / WHOLE * percent + reference % WHOLE * percent / WHOLE;
    }
}
