package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NatureTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void noSeriesOfTwoZerosInFiveOrMoreIsTakenForSteadyByLuck() {
        assertThat(steady(0.8, 0, 5_000)).isZero();
        assertThat(steady(0.6, 0, 5_000)).isZero();
        assertThat(steady(0.4, 0, 5_000)).isZero();
    }

    @Test
    void norIsOneWithDaysThatAreNotKnown() {
        assertThat(steady(0.6, 0.4, 3_000)).isZero();
        assertThat(steady(0.6, 0.67, 3_000)).isZero();
        assertThat(steady(0.4, 0.4, 3_000)).isZero();
    }

    @Test
    void ofThoseNearerToSteadyOnesFewAreTakenForSteady() {
        assertThat(steady(0.3, 0, 3_000)).as("one of 500").isLessThanOrEqualTo(6);
        assertThat(steady(0.4, 0.67, 3_000)).as("one of 1,000").isLessThanOrEqualTo(4);
        assertThat(steady(0.3, 0.33, 3_000)).as("one of 400").isLessThanOrEqualTo(8);
        assertThat(steady(0.25, 0.33, 3_000)).as("one of 50").isLessThanOrEqualTo(60);
    }

    @Test
    void whatACategoryIsLikeIsNoEvidence() {
        for (double weight : new double[] {10, 60, 200}) {
            ColdStart withoutZeros = new ColdStart(4, 2, 0, weight);
            assertThat(steady(0.4, 0, 500, () -> Forecaster.of(weekly, withoutZeros)))
                    .isZero();
            ColdStart withZeros = new ColdStart(4, 2, 0.5, weight);
            assertThat(Forecaster.of(weekly, withZeros).intermittent()).isTrue();
            assertThat(steady(0.02, 0, 200, () -> Forecaster.of(weekly, withZeros)))
                    .as("those with hardly any zeros")
                    .isGreaterThan(195);
        }
    }

    @Test
    void fewZerosOnOpenDaysHideNoClosedOnes() {
        Random random = new Random(5);
        int steady = 0;
        for (int each = 0; each < 500; each++) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 70; day++) {
                boolean nothing = day % 7 < 1 + each % 2 || random.nextDouble() < 0.05;
                forecaster.observe(nothing ? 0 : 1 + random.nextInt(12));
            }
            steady += forecaster.storedAs() == StoredAs.SMOOTH ? 1 : 0;
        }
        assertThat(steady).as("of 500").isGreaterThan(455);
    }

    /** How many of the series were ever stored as steady within 70 days, or as something longer than 256 bytes. */
    private int steady(double zeros, double missing, int series) {
        return steady(zeros, missing, series, () -> Forecaster.of(weekly));
    }

    private static int steady(double zeros, double missing, int series, Supplier<Forecaster> start) {
        Random random = new Random(7);
        int steady = 0;
        for (int each = 0; each < series; each++) {
            Forecaster forecaster = start.get();
            boolean wasSteady = false;
            for (int day = 0; day < 70; day++) {
                double demand = random.nextDouble() < zeros ? 0 : 1 + random.nextInt(12);
                forecaster.observe(random.nextDouble() < missing ? Double.NaN : demand);
                wasSteady |= forecaster.storedAs() == StoredAs.SMOOTH;
            }
            wasSteady |= forecaster.write().length > 256;
            steady += wasSteady ? 1 : 0;
        }
        return steady;
    }

    @Test
    void ofSeriesOfWhichMostDaysAreNotKnownFewChangeWithinWeeksOfBeingSettled() {
        int settled = 0;
        int changed = 0;
        for (int each = 0; each < 1_000; each++) {
            Random random = new Random(each);
            Forecaster forecaster = Forecaster.of(ForecasterSettings.withoutSeason());
            StoredAs first = StoredAs.VALUES;
            for (int day = 0; day < 120; day++) {
                double demand = random.nextDouble() < 0.05 ? 0 : 1 + random.nextInt(12);
                forecaster.observe(random.nextDouble() < 0.67 ? Double.NaN : demand);
                if (first == StoredAs.VALUES) {
                    first = forecaster.storedAs();
                } else if (first != forecaster.storedAs()) {
                    changed++;
                    break;
                }
            }
            settled += first == StoredAs.VALUES ? 0 : 1;
        }
        assertThat(settled).isEqualTo(1_000);
        assertThat(changed).as("of 1,000").isLessThan(220);
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
