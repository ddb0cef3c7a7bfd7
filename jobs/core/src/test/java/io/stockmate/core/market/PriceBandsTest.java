package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DefineInstrument;
import org.junit.jupiter.api.Test;

class PriceBandsTest {
    private static final long TEN_PERCENT = 100_000;

    @Test
    void withoutBandsEveryPriceIsTaken() {
        DefineInstrument free = bands(NONE, NONE, NONE);

        assertThat(PriceBands.low(free, 500)).isZero();
        assertThat(PriceBands.high(free, 500)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void fixedBandHoldsItsEdges() {
        DefineInstrument fixed = bands(90, 110, NONE);

        assertThat(PriceBands.hold(fixed, NONE, 90)).isTrue();
        assertThat(PriceBands.hold(fixed, NONE, 110)).isTrue();
        assertThat(PriceBands.hold(fixed, NONE, 89)).isFalse();
        assertThat(PriceBands.hold(fixed, NONE, 111)).isFalse();
    }

    @Test
    void fixedBandAloneHoldsItsEdgesWhateverTheLastTrade() {
        DefineInstrument both = bands(90, 110, TEN_PERCENT);

        assertThat(PriceBands.fixedHold(both, 90)).isTrue();
        assertThat(PriceBands.fixedHold(both, 110)).isTrue();
        assertThat(PriceBands.fixedHold(both, 89)).isFalse();
        assertThat(PriceBands.fixedHold(both, 111)).isFalse();
    }

    @Test
    void bandAroundTheLastTradeIsRoundedInwards() {
        DefineInstrument dynamic = bands(NONE, NONE, TEN_PERCENT);

        assertThat(PriceBands.low(dynamic, 99)).isEqualTo(90);
        assertThat(PriceBands.high(dynamic, 99)).isEqualTo(108);
        assertThat(PriceBands.hold(dynamic, NONE, 1)).isTrue();
    }

    @Test
    void bandAroundTheLastTradeEndsWhereTheFixedOneDoes() {
        DefineInstrument both = bands(95, 1_000, TEN_PERCENT);

        assertThat(PriceBands.low(both, 100)).isEqualTo(95);
        assertThat(PriceBands.high(both, 100)).isEqualTo(110);
        assertThat(PriceBands.low(both, 5_000)).isEqualTo(900);
        assertThat(PriceBands.high(both, 5)).isEqualTo(104);
        assertThat(PriceBands.fixedHold(both, 500)).isTrue();
    }

    @Test
    void highestPricesAndPercentagesDoNotOverflow() {
        DefineInstrument widest = bands(NONE, NONE, 10_000_000);
        long price = Limits.PRICE - 1;

        assertThat(PriceBands.high(widest, price)).isEqualTo(11 * price);
        assertThat(PriceBands.low(widest, price)).isZero();
    }

    private static DefineInstrument bands(long low, long high, long percent) {
        return new DefineInstrument(
                "A thing", null, "EUR", 1, 1, 100, 0, true, false, low, high, percent, NONE, NONE, NONE);
    }
}
