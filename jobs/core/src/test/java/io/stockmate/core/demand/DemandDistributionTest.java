package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DemandDistributionTest {
    /** Uniform between 0 and 100: the value at each probability is a hundred times the probability. */
    private final DemandDistribution uniform = DemandDistribution.of(
            50,
            Arrays.stream(DemandDistribution.probabilities()).map(p -> 100 * p).toArray());

    @Test
    void quantilesLieOnTheLineBetweenKeptOnes() {
        assertThat(uniform.quantile(0.5)).isCloseTo(50, within(1e-9));
        assertThat(uniform.quantile(0.93)).isCloseTo(93, within(1e-9));
    }

    @Test
    void shortageIsTheMeanExcessOverALevel() {
        // E[max(0, U − 90)] of a uniform on 0 to 100 is 10² / 200.
        assertThat(uniform.shortageAbove(90)).isCloseTo(0.5, within(0.01));
        assertThat(uniform.shortageAbove(0)).isCloseTo(50, within(0.1));
    }

    @Test
    void tailGoesOnExponentially() {
        double tail = 0.5 / Math.log(2);
        assertThat(uniform.quantile(0.9975)).isCloseTo(99.5 + 0.5, within(1e-9));
        assertThat(uniform.shortageAbove(100)).isCloseTo(0.005 * tail * Math.exp(-0.5 / tail), within(1e-9));
    }

    @Test
    void probabilityMustLieInside() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> uniform.quantile(1))
                .withMessageContaining("1.0");
    }
}
