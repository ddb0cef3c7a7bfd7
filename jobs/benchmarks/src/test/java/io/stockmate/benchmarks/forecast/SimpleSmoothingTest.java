package io.stockmate.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimpleSmoothingTest {
    private static final double[] DEMAND = {0, 4, 0, 0, 8};

    @Test
    void crostonDividesSizeByInterval() {
        // Size 4 and interval 2 after the second value; then 4 + ½·4 = 6 and 2 + ½·1 = 2.5.
        assertThat(SimpleSmoothing.croston(DEMAND, 0.5, 1))
                .containsExactly(new double[] {0, 0, 2, 2, 2, 2.4}, within(1e-12));
    }

    @Test
    void syntetosAndBoylanTakeOffHalfTheGain() {
        assertThat(SimpleSmoothing.croston(DEMAND, 0.5, 0.75)[5]).isCloseTo(1.8, within(1e-12));
    }

    @Test
    void teunterLetsTheProbabilityFallWithoutDemand() {
        // Probability 0, ½, ¼, ⅛, 9/16; size 4, then 6.
        assertThat(SimpleSmoothing.teunter(DEMAND, 0.5))
                .containsExactly(new double[] {0, 0, 2, 1, 0.5, 3.375}, within(1e-12));
    }

    @Test
    void movingAverageTakesTheLastValues() {
        assertThat(SimpleSmoothing.movingAverage(DEMAND, 2)).containsExactly(0, 0, 2, 2, 0, 4);
    }
}
