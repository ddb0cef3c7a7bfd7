package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIdsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 9, 10, 1_234_567_890, 999_999_999_999_999_999L})
    void numberIsReadBackFromItsId(long number) {
        assertThat(OrderIds.entry("SKU-1", "SKU-1-" + number)).isEqualTo(number);
        assertThat(OrderIds.tradeId("SKU-1", number)).isEqualTo("SKU-1-T-" + number);
        assertThat(OrderIds.trade("SKU-1", "SKU-1-T-" + number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SKU-1-",
                "SKU-1-0",
                "SKU-1-01",
                "SKU-1--1",
                "SKU-1-1:",
                "SKU-1-1/",
                "SKU-2-1",
                "SKU-1-1000000000000000000"
            })
    void textThatIsNoIdOfTheSymbolHasNoNumber(String id) {
        assertThat(OrderIds.entry("SKU-1", id)).isZero();
    }
}
