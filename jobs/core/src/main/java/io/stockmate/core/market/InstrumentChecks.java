package io.stockmate.core.market;

import static io.stockmate.core.message.Absent.is;

import io.stockmate.core.message.DefineInstrument;
import org.jspecify.annotations.Nullable;

/** The checks of an instrument's definition. */
final class InstrumentChecks {
    private static final int FEE_BPS = 10_000;
    private static final int SETTLEMENT_DAYS = 365;

    /** 1000 per cent, in units of 10⁻⁴. */
    private static final long BAND_PERCENT = 10_000_000;

    private InstrumentChecks() {}

    /** The first check that fails; null where none does. */
    static @Nullable Refusal check(DefineInstrument asked) {
        if (asked.name().isEmpty()) {
            return Refusal.invalid("name");
        }
        if (!isCurrency(asked.currency())) {
            return Refusal.invalid("currency");
        }
        if (asked.tickSize() <= 0 || asked.tickSize() >= Limits.PRICE) {
            return Refusal.invalid("tickSize");
        }
        if (asked.lotSize() < 1 || asked.lotSize() >= Limits.QUANTITY) {
            return Refusal.invalid("lotSize");
        }
        if (asked.maxOrderQty() < asked.lotSize() || asked.maxOrderQty() >= Limits.QUANTITY) {
            return Refusal.invalid("maxOrderQty");
        }
        if (!within(asked.leadTimeDays(), Limits.LEAD_TIME_DAYS)) {
            return Refusal.invalid("leadTimeDays");
        }
        Refusal refusal = bands(asked);
        return refusal == null ? schedule(asked) : refusal;
    }

    private static @Nullable Refusal bands(DefineInstrument asked) {
        if (!is(asked.bandLowPx()) && (asked.bandLowPx() <= 0 || asked.bandLowPx() >= Limits.PRICE)) {
            return Refusal.invalid("bandLowPx");
        }
        long lowest = is(asked.bandLowPx()) ? 1 : asked.bandLowPx();
        if (!is(asked.bandHighPx()) && (asked.bandHighPx() < lowest || asked.bandHighPx() >= Limits.PRICE)) {
            return Refusal.invalid("bandHighPx");
        }
        return is(asked.bandPercent()) || asked.bandPercent() > 0 && asked.bandPercent() <= BAND_PERCENT
                ? null
                : Refusal.invalid("bandPercent");
    }

    private static @Nullable Refusal schedule(DefineInstrument asked) {
        if (!is(asked.makerFeeBps()) && Math.abs(asked.makerFeeBps()) > FEE_BPS) {
            return Refusal.invalid("makerFeeBps");
        }
        if (!is(asked.takerFeeBps()) && Math.abs(asked.takerFeeBps()) > FEE_BPS) {
            return Refusal.invalid("takerFeeBps");
        }
        return is(asked.settlementDays()) || within(asked.settlementDays(), SETTLEMENT_DAYS)
                ? null
                : Refusal.invalid("settlementDays");
    }

    /** Whether it changes what resting orders rely on. */
    static boolean changesBook(DefineInstrument now, DefineInstrument asked) {
        return now.tickSize() != asked.tickSize()
                || now.lotSize() != asked.lotSize()
                || !now.currency().equals(asked.currency())
                || now.tracksStock() != asked.tracksStock();
    }

    private static boolean within(long value, long most) {
        return value >= 0 && value <= most;
    }

    private static boolean isCurrency(String text) {
        return text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
