package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Calendar events and prices that come with the values. */
class RegressorsTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void eventsAndPricesAreLearnedAsFactors() {
        ForecasterSettings settings = weekly.withEffects(0);
        Forecaster forecaster = Forecaster.of(settings);
        for (int day = 0; day < 200; day++) {
            double event = day % 10 == 9 ? 1 : 0;
            forecaster.observe(event == 1 ? 30 : 20, event);
        }
        Forecast forecast = forecaster.forecast(2, new double[] {0}, new double[] {1});
        assertThat(forecast.mean(1)).isCloseTo(20, within(1.5));
        assertThat(forecast.mean(2)).isCloseTo(30, within(2.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster.observe(1))
                .withMessageContaining("the settings say 1");
    }

    @Test
    void effectsThatAreToldCountFromTheFirstDayAndAreCorrected() {
        ForecasterSettings settings = weekly.withEffects(1, 0);
        Forecaster forecaster = Forecaster.of(settings);
        for (int day = 0; day < 30; day++) {
            forecaster.observe(10, 0, 0);
        }
        double[] told = {2, 0};
        double[] unknown = {0, 1};
        Forecast first = forecaster.forecast(2, told, unknown);
        assertThat(first.mean(1)).isCloseTo(30, within(0.1));
        assertThat(first.mean(2)).isCloseTo(10, within(0.1));
        assertThat(forecaster.total(2, told, unknown).mean()).isCloseTo(40, within(0.1));
        forecaster.observe(30, told);
        assertThat(forecaster.forecast(1, told).mean(1)).isCloseTo(30, within(0.1));
        for (int day = 0; day < 40; day++) {
            boolean isEvent = day % 4 == 3;
            forecaster.observe(isEvent ? 20 : 10, isEvent ? told : new double[2]);
        }
        assertThat(forecaster.forecast(1, told).mean(1)).isCloseTo(20, within(1.5));
    }

    @Test
    void dayToldToBeClosedSaysNothingOfTheOthers() {
        Forecaster forecaster = Forecaster.of(weekly.withEffects(1));
        for (int day = 0; day < 100; day++) {
            boolean isClosed = day % 10 == 9;
            forecaster.observe(isClosed ? 0 : 10, isClosed ? -1 : 0);
        }
        Forecast forecast = forecaster.forecast(2, new double[] {0}, new double[] {-1});
        assertThat(forecast.mean(1)).isCloseTo(10, within(0.1));
        assertThat(forecast.mean(2)).isLessThanOrEqualTo(1);
    }

    @Test
    void effectOfManyTimesTheUsualIsNotUnlearnedByWhatItForetold() {
        Forecaster forecaster = Forecaster.of(weekly.withEffects(1));
        for (int day = 0; day < 30; day++) {
            forecaster.observe(10, 0);
        }
        forecaster.observe(100, 9);
        assertThat(forecaster.forecast(1, new double[] {9}).mean(1)).isCloseTo(100, within(1.0));
    }

    @Test
    void priceMovesDemandByItsElasticity() {
        Forecaster forecaster = Forecaster.of(weekly.withEffects(-1));
        for (int day = 0; day < 200; day++) {
            double price = Math.log(day % 3 == 0 ? 0.8 : 1);
            forecaster.observe(40 * (1 - 2 * price), price);
        }
        double cheap = Math.log(0.9);
        assertThat(forecaster.forecast(1, new double[] {cheap}).mean(1)).isCloseTo(40 * (1 - 2 * cheap), within(1.0));
    }

    @Test
    void effectsAreNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weekly.withEffects(1, Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void aCovariateThatNeverMovesChangesNothing() {
        Forecaster with = Forecaster.of(weekly.withEffects(0));
        Forecaster without = Forecaster.of(weekly);
        for (int i = 0; i < 200; i++) {
            assertThat(with.forecast(7, zeros(7)).quantile(7, 0.9))
                    .isEqualTo(without.forecast(7).quantile(7, 0.9));
            with.observe(value(i), 0);
            without.observe(value(i));
        }
        assertThat(with.total(7, zeros(7)).mean()).isEqualTo(without.total(7).mean());
    }

    @Test
    void whatAPriceDoesToIntermittentDemandIsLearnedWithCaution() {
        Random random = new Random(3);
        double effects = 0;
        for (int series = 0; series < 30; series++) {
            Forecaster forecaster = Forecaster.of(weekly.withEffects(0));
            for (int day = 0; day < 500; day++) {
                boolean isCheap = day % 20 >= 15;
                double demand = random.nextDouble() < 0.2 ? 1 + random.nextInt(9) : 0;
                forecaster.observe(isCheap ? 2 * demand : demand, isCheap ? -1 : 0);
            }
            assertThat(forecaster.intermittent()).isTrue();
            effects += forecaster.forecast(1, new double[] {-1}).mean(1)
                    / forecaster.forecast(1, new double[] {0}).mean(1);
        }
        assertThat(effects / 30).as("the truth is 2, no effect 1").isBetween(1.2, 2.0);
    }

    private static double value(int i) {
        return i % 11 == 3 ? Double.NaN : 20 + i * 7919 % 97 + (i % 7 == 0 ? 20 : 0);
    }

    private static double[][] zeros(int steps) {
        return new double[steps][1];
    }
}
