package io.stockmate.benchmarks.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases worked out by hand: 100 rows of a minute, 15 of them probation, a window of ten rows from row 40 to 49. */
final class NabScoreTest {
    private static final double SIGMA_1 = 2 / (1 + Math.exp(5)) - 1;
    private static final String WINDOW = "\"2020-01-01 00:40:00.000000\", \"2020-01-01 00:49:00.000000\"";

    @TempDir
    private Path directory;

    @Test
    void theFirstRowOfAWindowIsWorthOneAndNothingElseIsNeeded() throws IOException {
        NabScore score = score("[" + WINDOW + "]", rows(40, 0.9));
        assertThat(score.best(NabProfile.STANDARD)).isEqualTo(new NabScore.Best(0.9, 100));
        assertThat(score.best(NabProfile.LOW_FALSE_NEGATIVES).score()).isEqualTo(100);
    }

    @Test
    void aSilentDetectorScoresNothing() throws IOException {
        NabScore score = score("[" + WINDOW + "]", rows());
        assertThat(score.at(0.5, NabProfile.STANDARD)).isZero();
    }

    @Test
    void theLastRowOfAWindowIsWorthLittle() throws IOException {
        double sigma = 2 / (1 + Math.exp(-0.5)) - 1;
        double expected = 100 * (sigma / -SIGMA_1 + 1) / 2;
        assertThat(score("[" + WINDOW + "]", rows(49, 0.9)).at(0.9, NabProfile.STANDARD))
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void onlyTheBestRowOfAWindowCounts() throws IOException {
        NabScore score = score("[" + WINDOW + "]", rows(49, 0.9, 45, 0.8, 40, 0.7, 47, 0.6));
        assertThat(score.at(0.7, NabProfile.STANDARD)).isCloseTo(100, within(1e-9));
        assertThat(score.at(0.1, NabProfile.STANDARD)).isCloseTo(100, within(1e-9));
        assertThat(score.best(NabProfile.STANDARD).threshold()).isEqualTo(0.7);
    }

    @Test
    void rowsBeforeAnyWindowAndFarAfterCostAllAndShortlyAfterLess() throws IOException {
        double near = 2 / (1 + Math.exp(5.0 / 9)) - 1;
        NabScore score = score("[" + WINDOW + "]", rows(40, 0.9, 20, 0.9, 78, 0.9, 50, 0.9));
        double standard = 100 * (1 + 1 + 0.11 * (-1 - 1 + near)) / 2;
        double lowFalsePositives = 100 * (1 + 1 + 0.22 * (-1 - 1 + near)) / 2;
        double lowFalseNegatives = 100 * (1 + 2 + 0.11 * (-1 - 1 + near)) / 3;
        assertThat(score.at(0.9, NabProfile.STANDARD)).isCloseTo(standard, within(1e-9));
        assertThat(score.at(0.9, NabProfile.LOW_FALSE_POSITIVES)).isCloseTo(lowFalsePositives, within(1e-9));
        assertThat(score.at(0.9, NabProfile.LOW_FALSE_NEGATIVES)).isCloseTo(lowFalseNegatives, within(1e-9));
    }

    @Test
    void threeWidthsAfterAWindowIsTheLastRowThatCostsLess() throws IOException {
        double third = 2 / (1 + Math.exp(15)) - 1;
        assertThat(score("[" + WINDOW + "]", rows(76, 0.9)).at(0.9, NabProfile.STANDARD))
                .isCloseTo(100 * 0.11 * third / 2, within(1e-9));
        assertThat(score("[" + WINDOW + "]", rows(77, 0.9)).at(0.9, NabProfile.STANDARD))
                .isCloseTo(100 * -0.11 / 2, within(1e-9));
    }

    @Test
    void rowsOnProbationDoNotCount() throws IOException {
        assertThat(score("[" + WINDOW + "]", rows(14, 0.9)).at(0.9, NabProfile.STANDARD))
                .isZero();
        assertThat(score("[" + WINDOW + "]", rows(15, 0.9)).at(0.9, NabProfile.STANDARD))
                .isNegative();
    }

    @Test
    void theMissOfAWindowCostsTwiceInTheProfileOfFewFalseNegatives() throws IOException {
        String second = "\"2020-01-01 01:20:00.000000\", \"2020-01-01 01:29:00.000000\"";
        NabScore score = score("[" + WINDOW + "],[" + second + "]", rows(40, 0.9));
        assertThat(score.at(0.9, NabProfile.STANDARD)).isCloseTo(50, within(1e-9));
        assertThat(score.at(0.9, NabProfile.LOW_FALSE_NEGATIVES)).isCloseTo(100 * (1 - 2 + 4) / 6.0, within(1e-9));
        assertThat(score.each(0.9).get(0).windowsHit()).isEqualTo(1);
    }

    @Test
    void aGroupIsScoredAtTheThresholdOfTheOthers() throws IOException {
        Path windows = directory.resolve("windows.json");
        Files.writeString(windows, "{\"a/1.csv\": [[" + WINDOW + "]], \"b/2.csv\": [[" + WINDOW + "]]}");
        NabScore score = new NabScore(
                List.of(
                        scored("a/1.csv", rows(40, 0.9, 20, 0.6, 21, 0.6)),
                        scored("b/2.csv", rows(40, 0.6)),
                        scored("c/3.csv", rows(30, 0.3))),
                LabelledWindows.read(windows));
        // a at b's 0.6: a hit and two false alarms; b at a's 0.9: a miss; c, without a window, at 0.6: silent.
        assertThat(score.leaveOneGroupOut(NabProfile.STANDARD)).isCloseTo(100 * (1 - 0.22 - 1 + 2) / 4, within(1e-9));
        assertThat(score.best(NabProfile.STANDARD)).isEqualTo(new NabScore.Best(0.6, 100 * (2 - 0.22 + 2) / 4));
    }

    private NabScore score(String windows, double[] scores) throws IOException {
        Path file = directory.resolve("windows.json");
        Files.writeString(file, "{\"a/1.csv\": [" + windows + "]}");
        return new NabScore(List.of(scored("a/1.csv", scores)), LabelledWindows.read(file));
    }

    private static ScoredSeries scored(String name, double[] scores) {
        long[] times = new long[scores.length];
        Arrays.setAll(times, row -> RecordedSeries.millis("2020-01-01 00:00:00") + 60_000L * row);
        RecordedSeries series = new RecordedSeries(name, List.of(), times, new double[scores.length]);
        return new ScoredSeries(series, scores, new boolean[scores.length], 0);
    }

    /** 100 scores of 0, but for pairs of row and score. */
    private static double[] rows(double... rowsAndScores) {
        double[] scores = new double[100];
        for (int i = 0; i < rowsAndScores.length; i += 2) {
            scores[(int) rowsAndScores[i]] = rowsAndScores[i + 1];
        }
        return scores;
    }
}
