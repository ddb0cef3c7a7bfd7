package io.stockmate.benchmarks.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {
    private final Ranking ranking =
            new Ranking(new double[] {1, 4, 3, 2, 0}, new boolean[] {true, true, false, false, true});

    @Test
    void flagsComeByFallingScore() {
        assertThat(ranking.first(2)).isEqualTo(new Flags(2, 1, 3));
        assertThat(ranking.first(99)).isEqualTo(new Flags(5, 3, 3));
        assertThat(ranking.from(1)).isEqualTo(new Flags(4, 2, 3));
        assertThat(ranking.finding(2)).isEqualTo(new Flags(4, 2, 3));
        assertThat(ranking.finding(0)).isEqualTo(new Flags(0, 0, 3));
    }

    @Test
    void averagePrecisionIsTheMeanOverPositives() {
        assertThat(ranking.averagePrecision()).isCloseTo((1 / 1.0 + 2 / 4.0 + 3 / 5.0) / 3, within(1e-12));
    }

    @Test
    void precisionAndRecallAreShares() {
        Flags flags = new Flags(4, 2, 3);

        assertThat(flags.precision()).isEqualTo(0.5);
        assertThat(flags.recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(flags.beats(new Flags(5, 2, 3))).isFalse();
        assertThat(flags.beats(new Flags(5, 1, 3))).isTrue();
        assertThat(new Flags(0, 0, 0).precision()).isZero();
    }

    @Test
    void threeSigmaRuleNeedsTenEarlierSizes() {
        ThreeSigmaRule rule = new ThreeSigmaRule();
        for (int i = 0; i < 9; i++) {
            assertThat(rule.flags(i % 2 == 0 ? 4 : 6)).isFalse();
        }
        assertThat(rule.flags(6)).isFalse();

        // mean 5, standard deviation √(10/9) = 1.054: the bound is 8.16
        assertThat(rule.flags(9)).isTrue();
    }

    @Test
    void regressionFindsTheLogOddsOfAShare() {
        double[][] rows = new double[400][];
        boolean[] positive = new boolean[400];
        boolean[] used = new boolean[400];
        for (int i = 0; i < 400; i++) {
            rows[i] = new double[] {1, i < 200 ? 0 : 1};
            positive[i] = i < 200 ? i < 50 : i < 350;
            used[i] = true;
        }
        LogisticRegression model = LogisticRegression.fit(rows, positive, used);

        assertThat(model.score(new double[] {1, 0})).isCloseTo(StrictMath.log(50 / 150.0), within(0.05));
        assertThat(model.score(new double[] {1, 1})).isCloseTo(StrictMath.log(150 / 50.0), within(0.05));
    }
}
