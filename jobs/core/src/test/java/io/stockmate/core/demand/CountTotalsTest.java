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
        // A day's variance 4 and mean 1 count for 4 · (1 + 4/5) = 7.2, a total of 8 days for 57.6; half of the totals
        // are 0, so the others have mean 16 and relative variance (57.6/64 + 1)/2 − 1 = −0.05, raised to 0.01.
        DemandDistribution total = totals(4).of(8, 8, 0.5);
        double spread = Math.log(1.01);
        assertThat(total.quantile(0.95))
                .isCloseTo(16 * Math.exp(Math.sqrt(spread) * 1.2815515655 - spread / 2), within(1e-3));
        // Without a chance of nothing: mean 8, relative variance 0.9.
        double wide = Math.log(1.9);
        assertThat(totals(4).of(8, 8, 0).quantile(0.975))
                .isCloseTo(8 * Math.exp(Math.sqrt(wide) * 1.9599639845 - wide / 2), within(1e-3));
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
