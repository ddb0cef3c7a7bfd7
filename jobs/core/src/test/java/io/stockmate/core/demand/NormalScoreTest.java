package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalScoreTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959963985", "0.9, 1.281551566", "0.995, 2.575829304", "0.0001, -3.719016485"})
    void scoresAreThoseOfTheTables(double probability, double score) {
        assertThat(NormalScore.of(probability)).isCloseTo(score, within(1e-8));
    }

    @Test
    void bothHalvesMirrorEachOther() {
        assertThat(NormalScore.of(0.3)).isCloseTo(-NormalScore.of(0.7), within(1e-12));
    }
}
