package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void moneyFitsBelowItsLimit() {
        assertThat(Limits.moneyFits(0, 1_000_000_000_000L, 999_999)).isTrue();
        assertThat(Limits.moneyFits(0, 1_000_000_000_000L, 1_000_000)).isFalse();
        assertThat(Limits.moneyFits(Limits.MONEY - 11, 5, 2)).isTrue();
        assertThat(Limits.moneyFits(Limits.MONEY - 10, 5, 2)).isFalse();
        assertThat(Limits.moneyFits(Limits.MONEY - 1, 5, 0)).isTrue();
    }

    @Test
    void productThatIsTooLargeForALongDoesNotFit() {
        assertThat(Limits.moneyFits(0, 1L << 32, 1L << 31)).as("negative").isFalse();
        assertThat(Limits.moneyFits(0, 1L << 32, 1L << 32)).as("0").isFalse();
        assertThat(Limits.moneyFits(0, Limits.PRICE - 1, Limits.QUANTITY - 1)).isFalse();
    }
}
