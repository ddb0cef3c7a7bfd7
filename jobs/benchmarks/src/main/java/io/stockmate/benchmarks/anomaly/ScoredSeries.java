package io.stockmate.benchmarks.anomaly;

import io.stockmate.core.anomaly.detect.Score;
import io.stockmate.core.anomaly.detect.SeriesDetector;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A series with what the detector says of each row.
 *
 * @param scores 0…1 per row: {@link Score#alarm}, which ranks rows. No alert is raised by it
 * @param raised whether the anomaly job would have raised an alert on the row, by {@link RaisedAlerts}
 * @param stateBytes the detector's serialised state after the last row
 */
public record ScoredSeries(RecordedSeries series, double[] scores, boolean[] raised, int stateBytes) {
    /** What output files are called after: {@code GROUP/stockmate_FILE.csv}. */
    private static final String DETECTOR = "stockmate";

    /** Feeds the series through a new detector, and its scores through the job's way of raising alerts. */
    public static ScoredSeries of(RecordedSeries series) throws IOException {
        SeriesDetector detector = new SeriesDetector();
        RaisedAlerts alerts = new RaisedAlerts();
        double[] scores = new double[series.values().length];
        boolean[] raised = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            long time = series.timesMillis()[i];
            Score score = detector.score(time, series.values()[i]);
            scores[i] = score.alarm();
            raised[i] = alerts.raises(time, score);
        }
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(state));
        return new ScoredSeries(series, scores, raised, state.size());
    }

    /**
     * The same series with 1 for each row on which an alert was raised, and 0 for the others, in place of the scores.
     */
    ScoredSeries byAlerts() {
        double[] ones = new double[raised.length];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = raised[i] ? 1 : 0;
        }
        return new ScoredSeries(series, ones, raised, stateBytes);
    }

    /** How many alerts were raised. */
    public int alerts() {
        int alerts = 0;
        for (boolean one : raised) {
            alerts += one ? 1 : 0;
        }
        return alerts;
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
