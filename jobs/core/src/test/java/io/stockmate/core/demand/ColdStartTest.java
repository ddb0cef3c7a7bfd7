package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdStartTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void totalsOfIntermittentDemandStayWithItsDaysFromTheFirstOn() {
        Forecaster forecaster = Forecaster.of(weekly, new ColdStart(5, 4, 0.5, 14));
        assertThat(forecaster.total(8).mean()).isCloseTo(40, within(0.1));
        for (int day = 0; day < 30; day++) {
            forecaster.observe(day % 2 == 0 ? 10 : 0);
            double days = sum(forecaster.forecast(8));
            assertThat(forecaster.total(8).mean()).as("day %s", day).isCloseTo(days, within(0.15 * days));
            assertThat(forecaster.total(8).mean()).as("the truth is 40").isBetween(36.0, 46.0);
        }
    }

    @Test
    void totalsDoNotFallWhereSteadyDemandTurnsIntermittent() {
        Random random = new Random(3);
        Forecaster forecaster = Forecaster.of(weekly);
        int intermittent = 0;
        for (int day = 0; day < 300 && intermittent < 15; day++) {
            forecaster.observe(day < 200 || random.nextBoolean() ? 3 + random.nextInt(5) : 0);
            intermittent += forecaster.intermittent() ? 1 : 0;
            double days = sum(forecaster.forecast(8));
            if (intermittent > 0) {
                assertThat(forecaster.total(8).mean()).as("day %s", day).isGreaterThan(0.8 * days);
            }
        }
        assertThat(intermittent).isEqualTo(15);
    }

    @Test
    void closedDaysOfTheCategoryMakeNoDemandIntermittent() {
        Forecaster forecaster = Forecaster.of(weekly, new ColdStart(70, 20, 2 / 7.0, 14));
        for (int day = 0; day < 60; day++) {
            forecaster.observe(day % 7 < 2 ? 0 : 90 + day % 9);
            assertThat(day >= 28 && forecaster.intermittent()).as("day %s", day).isFalse();
        }
    }

    private static double sum(Forecast forecast) {
        return IntStream.rangeClosed(1, 8).mapToDouble(forecast::mean).sum();
    }
}
