package io.stockmate.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationOptionTest {
    private final DurationOption option = new DurationOption();

    @Test
    void secondsMinutesAndHours() {
        assertThat(option.convert("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(option.convert("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(option.convert("2h")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "0s", "-1s", "1.5s", "1d", "99999999s"})
    void allElseIsRefusedWithAnExample(String value) {
        assertThatThrownBy(() -> option.convert(value))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + value + "' is not a duration such as 30s, 5m or 2h");
    }
}
