package io.stockmate.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastErrorsTest {
    private static final double NA = Double.NaN;

    @Test
    void symmetricPercentageErrorIsRelativeToBothSizes() {
        // 200·|100 − 50| / 150 and 200·|10 − 10| / 20; the missing value is left out.
        assertThat(PointErrors.symmetricPercentage(new double[] {100, NA, 10}, new double[] {50, 3, 10}))
                .isCloseTo((200 * 50 / 150.0 + 0) / 2, within(1e-12));
        assertThat(PointErrors.symmetricPercentage(0, 0)).isZero();
    }

    @Test
    void seasonalScaleIsTheMeanStepOverASeason() {
        // |4 − 1|, |6 − 2|; the third pair lacks a value.
        assertThat(PointErrors.seasonalScale(new double[] {1, 2, NA, 4, 6, 7}, 3))
                .isCloseTo(3.5, within(1e-12));
    }

    @Test
    void intervalScoreAddsFortyTimesEachMiss() {
        // Widths 10 and 10, one value 2 above its interval: (10 + 10 + 2 / 0.05 · 2) / 2.
        double[] test = {5, 12};
        double[] low = {0, 0};
        double[] high = {10, 10};
        assertThat(IntervalErrors.intervalScore(test, low, high)).isCloseTo(50, within(1e-12));
        assertThat(IntervalErrors.covered(test, low, high)).isEqualTo(1);
    }

    @Test
    void squaredErrorIsScaledByStepsFromTheFirstDemandOn() {
        // Steps from the 2 on: 2 → 4, 4 → 0: mean square (4 + 16) / 2 = 10. Errors 1 and 3: mean square 5.
        assertThat(CountErrors.scaledRootMeanSquare(
                        new double[] {0, 0, 2, 4, 0}, new double[] {1, 3}, new double[] {0, 0}))
                .isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(CountErrors.scaledRootMeanSquare(new double[] {0, 0}, new double[] {1}, new double[] {0}))
                .isNaN();
    }

    @Test
    void pinballLossWeighsExcessByTheProbability() {
        assertThat(CountErrors.pinball(10, 6, 0.9)).isCloseTo(3.6, within(1e-12));
        assertThat(CountErrors.pinball(6, 10, 0.9)).isCloseTo(0.4, within(1e-12));
        // Mean of both losses over the mean step |3 − 1| = 2.
        assertThat(CountErrors.scaledPinball(
                        new double[] {1, 3}, new double[] {10, 6}, new double[] {0.9}, new double[][] {{6, 10}}))
                .isCloseTo(1.0, within(1e-12));
    }

    @Test
    void naive2RepeatsTheLastValueWhereThereIsNoSeason() {
        RecordedDemand series = RecordedDemand.parse("a;2;1;3,4,NA;5,6", "here:1");
        assertThat(Naive2.forecast(series)).containsExactly(4, 4);
    }

    @Test
    void naive2FollowsAClearSeason() {
        RecordedDemand series = RecordedDemand.parse("a;2;2;1,3,1,3,1,3,1,3,1,3,1,3;1,3", "here:1");
        assertThat(Naive2.isSeasonal(series.history(), 2)).isTrue();
        // Ratios to the centred mean of 2 are 0.5 and 1.5; the last value 3 adjusted is 2.
        assertThat(Naive2.forecast(series)).containsExactly(new double[] {1, 3}, within(1e-9));
    }

    @Test
    void overallWeightedAverageOfNaive2ItselfIsOne() {
        ForecastScores scores = new ForecastScores();
        RecordedDemand series = RecordedDemand.parse("a;2;1;3,4,6;5,7", "here:1");
        double[] naive = Naive2.forecast(series);
        scores.add(
                series, new PredictedDemand(naive, new double[][] {naive, naive, naive, naive, naive, naive, naive}));
        assertThat(scores.overallWeightedAverage()).isCloseTo(1, within(1e-12));
    }

    @Test
    void wrongLineIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedDemand.parse("a;2;1;3,x;5,7", "here:1"))
                .withMessageContaining("here:1");
    }
}
