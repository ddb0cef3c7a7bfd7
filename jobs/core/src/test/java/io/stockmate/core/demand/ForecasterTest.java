package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecasterTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void constantSeriesIsForecastAsItIs() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int i = 0; i < 50; i++) {
            forecaster.observe(12);
        }
        Forecast forecast = forecaster.forecast(3);
        assertThat(forecast.mean(3)).isCloseTo(12, within(0.01));
        assertThat(forecast.quantile(1, 0.975)).isCloseTo(12, within(0.5));
        assertThat(forecaster.total(7).mean()).isCloseTo(84, within(0.1));
    }

    @Test
    void restoredInTheMiddleItGoesOnByteForByte() {
        Forecaster straight = Forecaster.of(weekly);
        Forecaster restored = Forecaster.of(weekly);
        for (int i = 0; i < 200; i++) {
            double value = i % 11 == 0 ? Double.NaN : (i * 7919 % 97) + 20 * (i % 7 == 0 ? 1 : 0);
            straight.observe(value);
            restored.observe(value);
            if (i % 13 == 0) {
                restored = Forecaster.read(weekly, restored.write());
            }
        }
        assertThat(restored.write()).isEqualTo(straight.write());
    }

    @Test
    void stateOfAnotherVersionIsRefused() {
        byte[] state = Forecaster.of(weekly).write();
        state[0] = 99;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecaster.read(weekly, state))
                .withMessageContaining("version 99");
    }
}
