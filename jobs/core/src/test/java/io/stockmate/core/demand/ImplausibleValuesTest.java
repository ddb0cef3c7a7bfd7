package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Single values far from all before them. */
class ImplausibleValuesTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void oneHugeSaleMovesNeitherTheLevelNorWhatIsHeldAgainstIt() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 121; day++) {
            forecaster.observe(day == 120 ? 1_000 : 3 + day * 7 % 5);
        }
        assertThat(forecaster.total(8).quantile(0.95)).isBetween(40.0, 60.0);
        for (int day = 121; day < 180; day++) {
            forecaster.observe(3 + day * 7 % 5);
            assertThat(forecaster.total(8).quantile(0.95)).isBetween(40.0, 60.0);
        }
    }

    @Test
    void oneHugeSaleHardlyMovesIntermittentDemand() {
        double before = 0;
        double mean = 0;
        double median = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 151; day++) {
                double value = random.nextDouble() < 0.6 ? 0 : 1 + random.nextInt(5);
                before += day == 120 ? forecaster.total(8).mean() / 50 : 0;
                forecaster.observe(day == 120 ? 1_000 : value);
                assertThat(forecaster.forecast(1).quantile(1, 0.975)).isLessThan(40);
            }
            assertThat(forecaster.intermittent()).isTrue();
            mean += forecaster.total(8).mean() / 50;
            median += forecaster.total(8).quantile(0.5) / 50;
        }
        assertThat(mean).isCloseTo(before, within(0.3 * before));
        assertThat(median).isCloseTo(before, within(0.3 * before));
    }

    @Test
    void twoMonthsAfterOneLargeSaleTotalsAreTakenToScatterByAFractionOfIt() {
        Random random = new Random(1);
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 1; day <= 120; day++) {
            forecaster.observe(8 + random.nextInt(5) + (day == 60 ? 5_000 : 0));
        }
        assertThat(forecaster.total(4).quantile(0.95)).isLessThan(5_000.0 / 5);
    }

    @Test
    void absurdValueLeavesForecastsFinite() {
        for (double usual : new double[] {0, 10}) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 100; day++) {
                forecaster.observe(day == 50 ? 1e300 : day % 4 == 0 ? 10 : usual);
            }
            assertThat(forecaster.forecast(1).mean(1)).isBetween(0.0, 1e15);
            assertThat(forecaster.total(4).quantile(0.95)).isBetween(0.0, 1e16);
        }
    }
}
