package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CountCalibrationTest {
    private static final double SCORE = 1.6448536;
    private static final int KEYS = 120;
    private static final int DAYS = 400;

    /** Demand of a day, of a key whose usual demand of a day is {@code rate}. */
    private interface Days {
        double demand(int day, double rate, Random random);
    }

    @Test
    void untilATotalIsCompleteNothingIsMoved() {
        CountCalibration calibration = new CountCalibration();
        for (int seen = 1; seen < 20; seen++) {
            calibration.observe(9, seen, values -> 1);
            assertThat(calibration.factor(4, SCORE)).isEqualTo(1);
        }
    }

    @Test
    void factorFallsByATwentiethOfTheGainWithATotalBelowAndRisesByTheRestWithOneAbove() {
        // From the 16th value on totals of four begin: 0, 0 and then 10, of which 9 was told.
        CountCalibration calibration = new CountCalibration();
        observe(calibration, 0, 1, 24, values -> 9);
        assertThat(calibration.factor(4, SCORE)).isCloseTo(Math.exp(-2 * 0.06 * 0.05), within(1e-4));
        assertThat(calibration.factor(4, SCORE / 2))
                .as("below the quantile by the share of its score")
                .isCloseTo(Math.exp(-0.06 * 0.05), within(1e-4));
        assertThat(calibration.factor(4, 2 * SCORE))
                .as("beyond it no more than there")
                .isCloseTo(calibration.factor(4, SCORE), within(1e-8));
        assertThat(calibration.factor(4, -1)).isEqualTo(1);
        observe(calibration, 2.5, 25, 28, values -> 9);
        assertThat(calibration.factor(4, SCORE))
                .as("of what rises half counts")
                .isCloseTo(Math.exp(0.5 * 0.06 * (0.95 - 2 * 0.05)), within(1e-4));
    }

    @Test
    void betweenTwoLengthsItIsLinearInTheLogarithmOfTheLength() {
        // Totals of eight lie below, those of sixteen and more are not complete.
        CountCalibration calibration = new CountCalibration();
        observe(calibration, 0, 1, 24, values -> 9);
        assertThat(calibration.factor(8, SCORE)).isCloseTo(Math.exp(-0.1 * 0.05), within(1e-4));
        assertThat(calibration.factor(12, SCORE))
                .isCloseTo(Math.exp(-0.1 * 0.05 * (1 - Math.log(1.5) / Math.log(2))), within(1e-4));
        assertThat(calibration.factor(1, SCORE)).isEqualTo(calibration.factor(4, SCORE));
        assertThat(calibration.factor(90, SCORE)).isEqualTo(1);
    }

    @Test
    void itStaysBetweenHalfAndWhatItsRiseAllows() {
        CountCalibration calibration = new CountCalibration();
        observe(calibration, 0, 1, 4_000, values -> 9);
        assertThat(calibration.factor(4, SCORE)).isCloseTo(0.5, within(1e-3));
        observe(calibration, 9, 4_001, 5_000, values -> 9);
        assertThat(calibration.factor(4, SCORE)).isCloseTo(Math.sqrt(2.5), within(1e-3));
    }

    @Test
    void whereNothingWasToldNothingIsLearned() {
        CountCalibration calibration = new CountCalibration();
        observe(calibration, 5, 1, 400, values -> 0);
        assertThat(calibration.factor(8, SCORE)).isEqualTo(1);
    }

    private static void observe(
            CountCalibration calibration, double value, int first, int last, IntToDoubleFunction quantile) {
        for (int seen = first; seen <= last; seen++) {
            calibration.observe(value, seen, quantile);
        }
    }

    @Test
    void shareOfTotalsAboveTheirQuantileMovesTowardsATwentieth() {
        Days independent = (day, rate, random) -> poisson(rate, random);
        assertThat(shareAbove(independent, 4)).isBetween(0.015, 0.05);
        assertThat(shareAbove(independent, 8)).isBetween(0.006, 0.05);
        Days weekly = (day, rate, random) -> poisson(rate * (day % 7 > 4 ? 2.5 : 0.4), random);
        assertThat(shareAbove(weekly, 4)).isBetween(0.023, 0.05);
        assertThat(shareAbove(weekly, 8)).isBetween(0.005, 0.05);
        Days bursts =
                (day, rate, random) -> random.nextDouble() < 0.15 ? 1 + Math.floor(4 * rate / random.nextDouble()) : 0;
        assertThat(shareAbove(bursts, 4)).isBetween(0.05, 0.061);
        assertThat(shareAbove(bursts, 8)).isBetween(0.05, 0.068);
        assertThat(shareAbove(bursts, 28)).isBetween(0.05, 0.079);
    }

    /** Of totals of the second half of the days. */
    private static double shareAbove(Days days, int length) {
        int above = 0;
        int totals = 0;
        for (int key = 0; key < KEYS; key++) {
            Random random = new Random(key);
            double rate = Math.exp(-2 + 2.3 * random.nextDouble());
            double[] values = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                values[day] = days.demand(day, rate, random);
            }
            Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(7));
            for (int day = 0; day + length < DAYS; day++) {
                forecaster.observe(values[day]);
                if (day >= DAYS / 2 && day % 3 == 0 && forecaster.intermittent()) {
                    double total = 0;
                    for (int next = 1; next <= length; next++) {
                        total += values[day + next];
                    }
                    above += total > forecaster.total(length).quantile(0.95) ? 1 : 0;
                    totals++;
                }
            }
        }
        return (double) above / totals;
    }

    /** By the inverse of its distribution. */
    private static double poisson(double rate, Random random) {
        double left = random.nextDouble();
        double probability = Math.exp(-rate);
        int value = 0;
        while (left > probability) {
            left -= probability;
            value++;
            probability *= rate / value;
        }
        return value;
    }
}
