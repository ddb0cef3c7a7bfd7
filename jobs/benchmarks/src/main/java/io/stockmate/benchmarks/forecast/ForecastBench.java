package io.stockmate.benchmarks.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Recorded series through the job's own forecaster: forecasts, errors where the future is told, speed and state. */
public final class ForecastBench {
    /** From this share of zeros on, a file of whole numbers is one of counts. */
    private static final double ZEROS_OF_COUNTS = 0.1;

    private final List<RecordedDemand> all;
    private final List<PredictedDemand> predictions;
    private final ForecastScores scores = new ForecastScores();
    private final boolean counted;
    private final double observationsPerCpuSecond;
    private final double stateBytes;

    private ForecastBench(List<RecordedDemand> all, List<Integer> periods) {
        this.all = all;
        this.counted = counted(all);
        this.predictions = new ArrayList<>(all.size());
        long bytes = 0;
        for (RecordedDemand series : all) {
            ForecasterRun run = ForecasterRun.of(series, periods);
            predictions.add(run.predicted());
            bytes += run.stateBytes();
            if (series.test().length > 0) {
                scores.add(series, run.predicted());
            }
        }
        this.stateBytes = (double) bytes / all.size();
        this.observationsPerCpuSecond = ForecasterSpeed.observationsPerCpuSecond(all, periods);
    }

    /**
     * Runs one file.
     *
     * @param periods the season lengths of all series; empty for each series' own
     */
    public static ForecastBench of(List<RecordedDemand> all, List<Integer> periods) {
        return new ForecastBench(all, periods);
    }

    static boolean counted(List<RecordedDemand> all) {
        long known = all.stream().mapToLong(RecordedDemand::known).sum();
        long zeros = all.stream().mapToLong(RecordedDemand::zeros).sum();
        return zeros >= ZEROS_OF_COUNTS * known && all.stream().allMatch(RecordedDemand::counted);
    }

    /** For people: how simple methods do on counts, the best first; empty for other series. */
    public List<String> comparison() {
        if (!counted || !scores.hasPoints()) {
            return List.of();
        }
        record Row(String name, double squares, double pinball) {}
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("stockmate", scores.squares(), scores.pinball()));
        for (SimpleMethod method : SimpleMethod.all()) {
            ForecastScores simple = new ForecastScores();
            all.stream()
                    .filter(series -> series.test().length > 0)
                    .forEach(series -> simple.add(series, method.predict(series)));
            rows.add(new Row(
                    method.name().toLowerCase(Locale.ROOT).replace('_', ' '), simple.squares(), simple.pinball()));
        }
        rows.sort(Comparator.comparingDouble(Row::squares));
        List<String> lines = new ArrayList<>(List.of(String.format("%-24s %8s %8s", "method", "RMSSE", "SPL")));
        rows.forEach(row ->
                lines.add(String.format(Locale.ROOT, "%-24s %8.4f %8.4f", row.name(), row.squares(), row.pinball())));
        return lines;
    }

    /** The figures, as key=value. */
    public String line() {
        String errors = scores.hasPoints() ? scores.line(counted) : "series=" + all.size();
        return errors
                + String.format(
                        Locale.ROOT,
                        " observations_per_cpu_s=%.0f state_bytes_mean=%.1f",
                        observationsPerCpuSecond,
                        stateBytes);
    }

    /** The overall weighted average against Naive2; NaN without test values. */
    public double overallWeightedAverage() {
        return scores.overallWeightedAverage();
    }

    /** Writes {@code id;mean,…;q0.025,…;…}, one line per series. */
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            PredictedDemand predicted = predictions.get(i);
            lines.add(all.get(i).id() + ";" + list(predicted.mean()) + ";"
                    + Arrays.stream(predicted.quantiles())
                            .map(ForecastBench::list)
                            .collect(Collectors.joining(";")));
        }
        Files.write(file, lines);
    }

    private static String list(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(","));
    }
}
