package io.stockmate.local.command;

import io.stockmate.benchmarks.anomaly.DetectorSpeed;
import io.stockmate.benchmarks.anomaly.RecordedSeries;
import io.stockmate.benchmarks.anomaly.ScoredSeries;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores recorded series with the detector of the anomaly job. */
@Command(
        name = "anomaly",
        mixinStandardHelpOptions = true,
        description = "Scores every GROUP/FILE.csv (timestamp,value) with the anomaly job's own detector.")
public final class BenchAnomalyCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "Where GROUP/FILE.csv are.")
    private Path in;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where GROUP/stockmate_FILE.csv go: timestamp,value,anomaly_score.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<RecordedSeries> all = read();
        List<ScoredSeries> scored = new ArrayList<>();
        for (RecordedSeries series : all) {
            ScoredSeries result = ScoredSeries.of(series);
            result.writeBelow(out);
            scored.add(result);
        }
        double speed = DetectorSpeed.valuesPerCpuSecond(all);
        IntSummaryStatistics bytes =
                scored.stream().mapToInt(ScoredSeries::stateBytes).summaryStatistics();
        PrintWriter print = spec.commandLine().getOut();
        print.println(all.size() + " series scored into " + out);
        print.println(String.format(
                Locale.ROOT,
                "values_per_cpu_s=%.0f state_bytes_mean=%.1f state_bytes_max=%d",
                speed,
                bytes.getAverage(),
                bytes.getMax()));
        print.flush();
        return 0;
    }

    private List<RecordedSeries> read() throws IOException {
        try {
            List<RecordedSeries> all = RecordedSeries.readAll(in);
            if (all.isEmpty()) {
                throw new CommandFailed("no GROUP/FILE.csv below " + in + ": give the directory above the groups");
            }
            return all;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
