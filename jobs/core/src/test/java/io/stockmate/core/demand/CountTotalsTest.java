package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountTotalsTest {
    @Test
    void totalIsNothingWithTheProbabilityThatNoDayHasAny() {
        DemandDistribution total = totals(4).of(8, 8, 0.6);
        assertThat(total.mean()).isEqualTo(8);
        assertThat(total.quantile(0.6)).isZero();
        assertThat(total.quantile(0.7)).isPositive();
    }

    @Test
    void aboveNothingTheTotalIsLognormal() {
        // A day's variance 4 and mean 1 are erratic by 4/5: a day counts for 4 · 1.8 = 7.2, eight days for
        // 8 · (1 + 7 · 0.2 · 0.8) · 7.2 = 122.112, relative to the square of the mean 1.908, and quantiles lie higher
        // by
        // 0.25 · 0.8. Where half of the totals are 0, the others have mean 16 and relative variance 2.908/2 − 1 =
        // 0.454.
        DemandDistribution total = totals(4).of(8, 8, 0.5);
        double spread = Math.log(1.454);
        assertThat(total.quantile(0.95))
                .isCloseTo(1.2 * 16 * Math.exp(Math.sqrt(spread) * 1.2815515655 - spread / 2), within(1e-3));
        // Without a chance of nothing: mean 8, relative variance 1.908.
        double wide = Math.log(2.908);
        assertThat(totals(4).of(8, 8, 0).quantile(0.975))
                .isCloseTo(1.2 * 8 * Math.exp(Math.sqrt(wide) * 1.9599639845 - wide / 2), within(1e-3));
        // Totals that can hardly scatter do by a hundredth: one day, mean 1, erratic by no more than 0.0001.
        double narrow = Math.log(1.01);
        assertThat(totals(0.0001).of(1, 1, 0).quantile(0.95))
                .isCloseTo(Math.exp(Math.sqrt(narrow) * 1.6448536270 - narrow / 2), within(1e-3));
    }

    @Test
    void noDemandExpectedIsNoDemand() {
        assertThat(totals(4).of(0, 8, 1).quantile(0.99)).isZero();
    }

    private static CountTotals totals(double variance) {
        CountTotals totals = new CountTotals();
        for (int day = 0; day < 5_000; day++) {
            totals.observe(Math.sqrt(variance), day);
        }
        return totals;
    }
}
