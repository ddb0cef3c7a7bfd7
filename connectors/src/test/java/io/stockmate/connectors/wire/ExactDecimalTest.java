package io.stockmate.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0000, 0",
        "1, 10000",
        "12.5, 125000",
        "0.0001, 1",
        "-0.0001, -1",
        "1.0000, 10000",
        "99999999999999.9999, 999999999999999999",
        "-99999999999999.9999, -999999999999999999"
    })
    void plainNumbersAreExact(String text, long units) {
        assertThat(ExactDecimal.parse(text, false)).isEqualTo(units);
        assertThat(ExactDecimal.parse(text, true)).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "1e0, 10000",
        "1E2, 1000000",
        "1.5e+1, 150000",
        "15e-1, 15000",
        "1e-4, 1",
        "1.00000e1, 100000",
        "0e1000000000, 0",
        "1e00000000000000000002, 1000000"
    })
    void exponentsAreApplied(String text, long units) {
        assertThat(ExactDecimal.parse(text, true)).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00000", "0.00001", "1.23456"})
    void moreThanFourDecimalsAreRefusedEvenWhenZero(String text) {
        assertThatThrownBy(() -> ExactDecimal.parse(text, false)).hasMessage("has more than 4 decimals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-5", "10e-5", "1e-1000000000", "0e-99999", "1e-99999999999999999999"})
    void decimalsAreCountedAfterTheExponent(String text) {
        assertThatThrownBy(() -> ExactDecimal.parse(text, true)).hasMessage("has more than 4 decimals");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100000000000000",
                "-100000000000000",
                "99999999999999999999999999",
                "1e14",
                "1e400",
                "1e1000000000",
                "1e99999999999999999999"
            })
    void whatFitsNoDecimalColumnIsRefused(String text) {
        assertThatThrownBy(() -> ExactDecimal.parse(text, true)).hasMessageContaining("more than 14 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                " 1",
                "1 ",
                "1.",
                ".5",
                "01",
                "1,5",
                "1_000",
                "0x10",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e",
                "1e+",
                "--1",
                "1.5.2",
                "١"
            })
    void whatIsNoJsonNumberIsRefused(String text) {
        assertThatThrownBy(() -> ExactDecimal.parse(text, true)).hasMessage("is no plain decimal number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2", "1E2", "1e-1"})
    void stringsHaveNoExponent(String text) {
        assertThatThrownBy(() -> ExactDecimal.parse(text, false)).hasMessage("is no plain decimal number");
    }

    @Property
    void agreesWithBigDecimal(
            @ForAll @BigRange(min = "-99999999999999.9999", max = "99999999999999.9999") @Scale(4) BigDecimal value,
            @ForAll @IntRange(min = 0, max = 4) int shift) {
        long units = value.movePointRight(4).longValueExact();
        assertThat(ExactDecimal.parse(value.toPlainString(), false)).isEqualTo(units);
        BigDecimal written = value.stripTrailingZeros().movePointRight(shift);
        assertThat(ExactDecimal.parse(written.toPlainString() + "e-" + shift, true))
                .isEqualTo(units);
    }
}
