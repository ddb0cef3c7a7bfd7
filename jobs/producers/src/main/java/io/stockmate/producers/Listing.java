package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DefineInstrument;
import org.jspecify.annotations.Nullable;

/**
 * A symbol of the demo market, and where its price starts.
 *
 * @param openingPrice of a share its price, of goods what a shop asks; a multiple of the tick
 */
record Listing(String symbol, DefineInstrument definition, long openingPrice) {
    static Listing of(
            String symbol,
            String name,
            @Nullable String category,
            String currency,
            long openingPrice,
            long tickSize,
            long lotSize,
            long maxOrderQty,
            long leadTimeDays) {
        DefineInstrument definition = new DefineInstrument(
                name,
                category,
                currency,
                tickSize,
                lotSize,
                maxOrderQty,
                leadTimeDays,
                false,
                true,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
        return new Listing(symbol, definition, openingPrice);
    }

    long tick() {
        return definition.tickSize();
    }

    long lot() {
        return definition.lotSize();
    }

    /** The nearest multiple of the tick at or below {@code price}, but at least one tick. */
    long onTick(long price) {
        return Math.max(price - Math.floorMod(price, tick()), tick());
    }

    /** The nearest multiple of the lot at or below {@code qty}; 0 where there is none. */
    long inLots(long qty) {
        return qty <= 0 ? 0 : qty - qty % lot();
    }
}
