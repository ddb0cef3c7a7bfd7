package io.stockmate.benchmarks.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedAnomaliesTest {
    @TempDir
    private Path directory;

    @Test
    void theDetectorRanksAsWellAsItHasPromised() throws IOException {
        LabelledWindows windows = LabelledWindows.read(SharedData.require("anomaly/nab-dev-windows.json"));
        List<ScoredSeries> scored = scored();
        NabScore score = new NabScore(scored, windows);
        assertThat(score.best(NabProfile.STANDARD).score()).isGreaterThan(58);
        assertThat(score.best(NabProfile.LOW_FALSE_POSITIVES).score()).isGreaterThan(45);
        assertThat(score.best(NabProfile.LOW_FALSE_NEGATIVES).score()).isGreaterThan(62);
        assertThat(score.leaveOneGroupOut(NabProfile.STANDARD)).isGreaterThan(55);
        assertThat(scored).allMatch(series -> series.stateBytes() <= 1024);
    }

    @Test
    void theAlertsThatTheJobWouldRaiseAreFewAndWorthSomething() throws IOException {
        LabelledWindows windows = LabelledWindows.read(SharedData.require("anomaly/nab-dev-windows.json"));
        List<ScoredSeries> scored = scored();
        NabScore alerts = NabScore.ofAlerts(scored, windows);
        assertThat(scored.stream().mapToInt(ScoredSeries::alerts).sum()).isBetween(1, 200);
        assertThat(alerts.at(1, NabProfile.STANDARD)).isGreaterThan(38);
        assertThat(alerts.at(1, NabProfile.LOW_FALSE_POSITIVES)).isGreaterThan(31);
        assertThat(alerts.at(1, NabProfile.LOW_FALSE_NEGATIVES)).isGreaterThan(42);
    }

    private static List<ScoredSeries> scored() throws IOException {
        List<ScoredSeries> scored = new ArrayList<>();
        for (RecordedSeries series : RecordedSeries.readAll(SharedData.require("anomaly/nab-dev"))) {
            scored.add(ScoredSeries.of(series));
        }
        return scored;
    }

    @Test
    void whatComesLaterDoesNotChangeAScore() throws IOException {
        RecordedSeries whole = series("2020-01-01 00:%02d:00,%d", 60);
        RecordedSeries cut = new RecordedSeries(
                whole.name(),
                whole.rows().subList(0, 41),
                Arrays.copyOf(whole.timesMillis(), 41),
                Arrays.copyOf(whole.values(), 41));
        cut.values()[40] = 1e15;
        double[] expected = Arrays.copyOf(ScoredSeries.of(whole).scores(), 40);
        assertThat(Arrays.copyOf(ScoredSeries.of(cut).scores(), 40)).isEqualTo(expected);
    }

    @Test
    void scoresAreWrittenBesideTheRowsOfTheirGroup() throws IOException {
        ScoredSeries scored = ScoredSeries.of(series("2020-01-01 00:%02d:00,%d", 3));
        scored.writeBelow(directory);
        assertThat(Files.readAllLines(directory.resolve("a/stockmate_1.csv")))
                .containsExactly(
                        "timestamp,value,anomaly_score",
                        "2020-01-01 00:00:00,0,0.0",
                        "2020-01-01 00:01:00,7,0.0",
                        "2020-01-01 00:02:00,14,0.0");
    }

    private RecordedSeries series(String row, int rows) throws IOException {
        Path group = Files.createDirectories(directory.resolve("in/a"));
        StringBuilder text = new StringBuilder("timestamp,value\n");
        for (int i = 0; i < rows; i++) {
            text.append(String.format(row, i, 7 * i % 31)).append('\n');
        }
        Files.writeString(group.resolve("1.csv"), text);
        return RecordedSeries.readAll(directory.resolve("in")).get(0);
    }
}
