package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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
    void beforeTheFirstValueNothingIsExpected() {
        assertThat(Forecaster.of(weekly).forecast(2).mean(2)).isZero();
    }

    @Test
    void lineIsFollowed() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.withoutSeason());
        for (int year = 0; year < 30; year++) {
            forecaster.observe(100 + 5 * year);
        }
        assertThat(forecaster.forecast(4).mean(4)).isCloseTo(100 + 5 * 33, within(5.0));
    }

    @Test
    void aNewLevelIsLearnedWithinTwoWeeks() {
        for (double level : new double[] {50, 10}) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 134; day++) {
                forecaster.observe((day < 120 ? 5 : level) * (0.8 + day * 7 % 5 * 0.1));
            }
            assertThat(forecaster.total(8).mean()).isCloseTo(8 * level, within(2 * level));
        }
    }

    @Test
    void futureChangesNoForecastOfThePast() {
        Forecaster shorter = Forecaster.of(weekly);
        Forecaster longer = Forecaster.of(weekly);
        for (int day = 0; day < 100; day++) {
            shorter.observe(value(day));
            longer.observe(value(day));
        }
        Forecast before = longer.forecast(3);
        longer.observe(1e12);
        assertThat(before.mean(3)).isEqualTo(shorter.forecast(3).mean(3));
    }

    @Test
    void categoryGivesTheFirstForecasts() {
        Forecaster forecaster = Forecaster.of(weekly, new ColdStart(50, 10, 0, 4));
        assertThat(forecaster.forecast(1).mean(1)).isCloseTo(50, within(0.01));
        assertThat(forecaster.forecast(1).quantile(1, 0.975)).isBetween(60.0, 300.0);
        forecaster.observe(60);
        assertThat(forecaster.forecast(1).mean(1)).isBetween(50.0, 60.0);
    }

    @Test
    void seriesWithValuesBelowZeroIsForecastThere() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.withoutSeason());
        for (int i = 0; i < 40; i++) {
            forecaster.observe(-20 + i % 3);
        }
        assertThat(forecaster.forecast(1).mean(1)).isCloseTo(-19, within(1.5));
    }

    @Test
    void totalsOfNoiseAroundALevelHardlyMove() {
        Random random = new Random(5);
        Forecaster forecaster = Forecaster.of(weekly);
        double moved = 0;
        double before = 0;
        for (int day = 0; day < 400; day++) {
            forecaster.observe(1 + random.nextInt(20));
            double total = forecaster.total(8).mean();
            moved += day < 200 ? 0 : Math.abs(total - before) / 200;
            before = total;
        }
        assertThat(before).isCloseTo(84, within(15.0));
        assertThat(moved).as("a day's noise is 6").isLessThan(4);
    }

    @Test
    void totalsOfTheFirstWeekAreNotTakenToScatterByAllTheyAre() {
        Random random = new Random(11);
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 1; day <= 7; day++) {
            forecaster.observe(8 + random.nextInt(5));
            assertThat(forecaster.total(4).quantile(0.95)).as("day %s", day).isBetween(40.0, 90.0);
        }
    }

    private static double value(int i) {
        return i % 11 == 3 ? Double.NaN : 20 + i * 7919 % 97 + (i % 7 == 0 ? 20 : 0);
    }
}
