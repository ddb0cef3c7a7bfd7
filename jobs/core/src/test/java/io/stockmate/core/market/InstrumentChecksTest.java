package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DefineInstrument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of an instrument's definition, prices and percentages in units of 10⁻⁴. */
class InstrumentChecksTest {
    private static final String REFUSED = "BUSINESS_REJECT DefineInstrument null INVALID_FIELD ";

    @ParameterizedTest
    @CsvSource({
        "tickSize, 1, 0, INVALID_TICK_SIZE",
        "tickSize, 999999999999, 1000000000000, INVALID_TICK_SIZE",
        "lotSize, 1, 0, INVALID_LOT_SIZE",
        "lotSize, 1000, 1000000000000, INVALID_LOT_SIZE",
        "maxOrderQty, 10, 9, INVALID_MAX_ORDER_QTY",
        "maxOrderQty, 999999999999, 1000000000000, INVALID_MAX_ORDER_QTY",
        "leadTimeDays, 0, -1, INVALID_LEAD_TIME_DAYS",
        "leadTimeDays, 3650, 3651, INVALID_LEAD_TIME_DAYS",
        "bandLowPx, 1, 0, INVALID_BAND_LOW_PX",
        "bandLowPx, 999999999999, 1000000000000, INVALID_BAND_LOW_PX",
        "bandHighPx, 1, 0, INVALID_BAND_HIGH_PX",
        "bandHighPx, 999999999999, 1000000000000, INVALID_BAND_HIGH_PX",
        "bandPercent, 1, 0, INVALID_BAND_PERCENT",
        "bandPercent, 10000000, 10000001, INVALID_BAND_PERCENT",
        "makerFeeBps, 10000, 10001, INVALID_MAKER_FEE_BPS",
        "makerFeeBps, -10000, -10001, INVALID_MAKER_FEE_BPS",
        "takerFeeBps, 10000, 10001, INVALID_TAKER_FEE_BPS",
        "takerFeeBps, -10000, -10001, INVALID_TAKER_FEE_BPS",
        "settlementDays, 0, -1, INVALID_SETTLEMENT_DAYS",
        "settlementDays, 365, 366, INVALID_SETTLEMENT_DAYS"
    })
    void numberIsTakenUpToItsBound(String field, long taken, long refused, String text) {
        assertThat(define("Mug", "EUR", Map.of(field, taken))).isEqualTo("ACCEPTED DefineInstrument");
        assertThat(define("Mug", "EUR", Map.of(field, refused))).isEqualTo(REFUSED + text);
    }

    @Test
    void currencyIsThreeCapitals() {
        assertThat(define("Mug", "AMZ", Map.of())).isEqualTo("ACCEPTED DefineInstrument");
        for (String currency : List.of("", "EU", "EURO", "eur", "@UR", "E[R")) {
            assertThat(define("Mug", currency, Map.of())).as(currency).isEqualTo(REFUSED + "INVALID_CURRENCY");
        }
    }

    @Test
    void nameIsNeeded() {
        assertThat(define("", "EUR", Map.of())).isEqualTo(REFUSED + "INVALID_NAME");
    }

    @Test
    void bandDoesNotEndBelowItsBeginning() {
        assertThat(define("Mug", "EUR", Map.of("bandLowPx", 500L, "bandHighPx", 500L)))
                .isEqualTo("ACCEPTED DefineInstrument");
        assertThat(define("Mug", "EUR", Map.of("bandLowPx", 500L, "bandHighPx", 499L)))
                .isEqualTo(REFUSED + "INVALID_BAND_HIGH_PX");
    }

    /** The one answer of a market that does not know its symbol yet; numbers that are not named are taken. */
    private static String define(String name, String currency, Map<String, Long> numbers) {
        DefineInstrument asked = new DefineInstrument(
                name,
                null,
                currency,
                numbers.getOrDefault("tickSize", 100L),
                numbers.getOrDefault("lotSize", 10L),
                numbers.getOrDefault("maxOrderQty", 1_000L),
                numbers.getOrDefault("leadTimeDays", 0L),
                false,
                true,
                numbers.getOrDefault("bandLowPx", NONE),
                numbers.getOrDefault("bandHighPx", NONE),
                numbers.getOrDefault("bandPercent", NONE),
                numbers.getOrDefault("makerFeeBps", NONE),
                numbers.getOrDefault("takerFeeBps", NONE),
                numbers.getOrDefault("settlementDays", NONE));
        return String.join("\n", new TestMarket().operate(asked));
    }
}
