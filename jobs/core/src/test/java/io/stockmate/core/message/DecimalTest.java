package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.0001",
        "-1, -0.0001",
        "10, 0.001",
        "9999, 0.9999",
        "10000, 1",
        "-10000, -1",
        "10001, 1.0001",
        "15000, 1.5",
        "-15000, -1.5",
        "-5, -0.0005",
        "100000, 10",
        "1230500, 123.05",
        "9999999999999999, 999999999999.9999",
        "9223372036854775807, 922337203685477.5807",
        "-9223372036854775808, -922337203685477.5808",
    })
    void valueIsPlainWithTheFewestDigits(long value, String text) {
        assertThat(Decimal.toString(value)).isEqualTo(text);
    }

    @Property
    void textIsExactlyTheValue(@ForAll long value) {
        BigDecimal exact = BigDecimal.valueOf(value, Decimal.SCALE).stripTrailingZeros();

        assertThat(Decimal.toString(value)).isEqualTo(exact.toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 0",
        "1, 2, 0",
        "3, 2, 2",
        "5, 2, 2",
        "7, 2, 4",
        "1, 3, 0",
        "2, 3, 1",
        "14, 4, 4",
        "10, 4, 2",
        "9223372036854775807, 1, 9223372036854775807",
        "9223372036854775807, 2, 4611686018427387904",
        "9223372036854775806, 9223372036854775807, 1",
    })
    void halvesGoToTheEvenNeighbour(long dividend, long divisor, long quotient) {
        assertThat(Decimal.divideHalfEven(dividend, divisor)).isEqualTo(quotient);
    }

    @Property
    void quotientIsRoundedHalfEven(
            @ForAll @LongRange(min = 0) long dividend, @ForAll @LongRange(min = 1) long divisor) {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(dividend))
                .divide(new BigDecimal(BigInteger.valueOf(divisor)), 0, RoundingMode.HALF_EVEN);

        assertThat(Decimal.divideHalfEven(dividend, divisor)).isEqualTo(exact.longValueExact());
    }

    @Property
    void smallQuotientIsRoundedHalfEven(
            @ForAll @LongRange(min = 0, max = 200) long dividend, @ForAll @LongRange(min = 1, max = 20) long divisor) {
        quotientIsRoundedHalfEven(dividend, divisor);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "1, 0", "1, -2"})
    void divisionIsForNumbersThatAreNotNegative(long dividend, long divisor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimal.divideHalfEven(dividend, divisor))
                .withMessageStartingWith(dividend + " / " + divisor);
    }
}
