package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NatureTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void noIntermittentSeriesIsTakenForSteadyByLuck() {
        Random random = new Random(7);
        int smooth = 0;
        int most = 0;
        for (int series = 0; series < 10_000; series++) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 70; day++) {
                forecaster.observe(random.nextDouble() < (series % 2 == 0 ? 0.6 : 0.8) ? 0 : 1 + random.nextInt(12));
                smooth += forecaster.storedAs() == StoredAs.SMOOTH ? 1 : 0;
                most = day < 20 ? most : Math.max(most, forecaster.write().length);
            }
            assertThat(forecaster.storedAs()).as("series %s", series).isEqualTo(StoredAs.COUNTS);
        }
        assertThat(smooth).isZero();
        assertThat(most).isLessThanOrEqualTo(256);
    }

    @Test
    void steadySeriesIsSettledOnceAnIntermittentOneHasHardlyEverSoFewZeros() {
        Forecaster forecaster = Forecaster.of(weekly);
        int values = 0;
        while (forecaster.storedAs() == StoredAs.VALUES) {
            assertThat(forecaster.intermittent()).isFalse();
            forecaster.observe(1 + values++ % 9);
        }
        assertThat(forecaster.storedAs()).isEqualTo(StoredAs.SMOOTH);
        assertThat(values)
                .as("the first with (0.6 / 0.96)^values below a millionth")
                .isEqualTo(30);
    }

    @Test
    void closedDaysAreBelievedOnceTheyAreHardlyLuck() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 90; day++) {
            forecaster.observe(day % 7 < 2 ? 0 : 3 + day % 5);
            if (day >= 21) {
                assertThat(forecaster.intermittent()).as("day %s", day).isFalse();
            }
            assertThat(forecaster.storedAs() == StoredAs.SMOOTH)
                    .as("day %s: 21 · 10! · 20! / 30! is below a millionth, 21 · 9! · 20! / 29! is not", day)
                    .isEqualTo(day >= 30);
        }
    }

    @Test
    void seriesOfMostlyMissingValuesIsSettledAsSoonAsValuesTakeMoreRoom() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 400; day++) {
            forecaster.observe(day % 9 == 0 ? 5 : Double.NaN);
            if (day == 64) {
                assertThat(forecaster.storedAs()).isEqualTo(StoredAs.COUNTS);
            }
        }
        assertThat(forecaster.storedAs()).isEqualTo(StoredAs.SMOOTH);
        assertThat(forecaster.forecast(1).mean(1)).isBetween(4.0, 6.0);
    }
}
