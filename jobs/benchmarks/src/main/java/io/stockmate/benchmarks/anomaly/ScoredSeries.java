package io.stockmate.benchmarks.anomaly;

import io.stockmate.core.anomaly.detect.SeriesDetector;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A series with the detector's score of each row.
 *
 * @param scores 0…1 per row
 * @param stateBytes the detector's serialised state after the last row
 */
public record ScoredSeries(RecordedSeries series, double[] scores, int stateBytes) {
    /** What output files are called after: {@code GROUP/stockmate_FILE.csv}. */
    private static final String DETECTOR = "stockmate";

    /** Feeds the series through a new detector, the one that the anomaly job uses. */
    public static ScoredSeries of(RecordedSeries series) throws IOException {
        SeriesDetector detector = new SeriesDetector();
        double[] scores = new double[series.values().length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] =
                    detector.score(series.timesMillis()[i], series.values()[i]).alarm();
        }
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(state));
        return new ScoredSeries(series, scores, state.size());
    }

    /** Writes {@code timestamp,value,anomaly_score} below the directory. */
    public void writeBelow(Path directory) throws IOException {
        Path file = directory.resolve(series.group()).resolve(DETECTOR + "_" + series.file());
        Files.createDirectories(file.getParent());
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("timestamp,value,anomaly_score");
            for (int i = 0; i < scores.length; i++) {
                out.println(series.rows().get(i) + "," + scores[i]);
            }
        }
    }
}
