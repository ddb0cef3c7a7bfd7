package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntermittentForecastTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void gapsInIntermittentDemandAreNoZeros() {
        Forecaster gaps = Forecaster.of(weekly);
        for (int day = 0; day < 600; day++) {
            gaps.observe(day % 2 == 0 ? Double.NaN : day % 5 == 0 ? 10 : 0);
        }
        assertThat(gaps.intermittent()).isTrue();
        assertThat(gaps.forecast(1).mean(1)).isCloseTo(2, within(0.6));
    }

    @Test
    void newLevelOfIntermittentDemandIsLearnedWithinAMonth() {
        double mean = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 150; day++) {
                int level = day < 120 ? 1 : 10;
                forecaster.observe(random.nextDouble() < 0.6 ? 0 : level * (1 + random.nextInt(5)));
            }
            mean += forecaster.total(8).mean() / 50;
        }
        assertThat(mean).as("10 before").isCloseTo(96, within(30.0));
    }

    @Test
    void manyZerosAreTakenForIntermittentDemand() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 300; day++) {
            forecaster.observe(day % 5 == 0 ? 10 : 0);
        }
        assertThat(forecaster.intermittent()).isTrue();
        assertThat(forecaster.forecast(1).mean(1)).isCloseTo(2, within(0.4));
        assertThat(forecaster.forecast(1).quantile(1, 0.5)).isZero();
        assertThat(forecaster.forecast(1).quantile(1, 0.95)).isCloseTo(10, within(0.1));
        assertThat(forecaster.write()).hasSizeLessThanOrEqualTo(256);
    }
}
