package io.stockmate.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeRatesTest {
    @ParameterizedTest(name = "{1} bps on {0} are {2}")
    @CsvSource({
        "1000000, 25, 2500", // 0.25 % of 100.0000 is 0.2500
        "4999, 1, 0",
        "5000, 1, 1",
        "14999, 1, 1",
        "15000, 1, 2", // halves away from zero
        "5000, -1, -1",
        "4999, -1, 0",
        "15000, -1, -2",
        "0, 10000, 0",
        "123456, 0, 0",
        "123456, 10000, 123456",
        "999999999999999999, 10000, 999999999999999999"
    })
    void feeIsRoundedOnce(long money, long bps, long fee) {
        assertThat(FeeRates.fee(money, bps)).isEqualTo(fee);
    }

    @Property(tries = 500)
    void feeIsWhatDecimalsSay(
            @ForAll @LongRange(max = 999_999_999_999_999_999L) long money,
            @ForAll @LongRange(min = -10_000, max = 10_000) long bps) {
        long exact = BigDecimal.valueOf(money)
                .multiply(BigDecimal.valueOf(bps))
                .movePointLeft(4)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        assertThat(FeeRates.fee(money, bps)).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({"10001, 0", "0, -10001"})
    void moreThanAllOfItIsRefused(long maker, long taker) {
        assertThatThrownBy(() -> new FeeRates(maker, taker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within -10000 and 10000");
    }
}
