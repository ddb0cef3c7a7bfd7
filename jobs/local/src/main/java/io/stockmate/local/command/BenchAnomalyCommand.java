package io.stockmate.local.command;

import io.stockmate.benchmarks.anomaly.DetectorSpeed;
import io.stockmate.benchmarks.anomaly.LabelledWindows;
import io.stockmate.benchmarks.anomaly.NabProfile;
import io.stockmate.benchmarks.anomaly.NabScore;
import io.stockmate.benchmarks.anomaly.NabScore.Best;
import io.stockmate.benchmarks.anomaly.NabScore.OneSeries;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Scores recorded series with the detector that the anomaly job has, both its ranking and the alerts raised from it.
 */
@Command(
        name = "anomaly",
        mixinStandardHelpOptions = true,
        description = {
            "Scores every GROUP/FILE.csv (timestamp,value) with the detector of series.",
            "With --windows two things are scored. The last line is about the detector's ranking score, by which the Numenta"
                    + " Anomaly Benchmark sweeps its threshold; the anomaly job does not alert by it. The line 'alerts as"
                    + " the job would raise them' is about those: surprise from 4.85 decades on, raised once until an"
                    + " hour has been quiet, one an hour and four a day at most."
        })
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
            description = "Where GROUP/stockmate_FILE.csv go: timestamp,value,anomaly_score, which ranks.")
    private Path out;

    @Option(
            names = "--windows",
            paramLabel = "FILE",
            description =
                    "The windows in which series are anomalous, as JSON; scored by the rules of the Numenta Anomaly"
                            + " Benchmark.")
    private @Nullable Path windows;

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
        String scores = windows == null ? "" : scores(scored, LabelledWindows.read(windows));
        double speed = DetectorSpeed.valuesPerCpuSecond(all);
        IntSummaryStatistics bytes =
                scored.stream().mapToInt(ScoredSeries::stateBytes).summaryStatistics();
        print("%d series scored into %s", all.size(), out);
        if (windows != null) {
            printAlerts(scored, LabelledWindows.read(windows));
        }
        print(
                "%svalues_per_cpu_s=%.0f state_bytes_mean=%.1f state_bytes_max=%d",
                scores, speed, bytes.getAverage(), bytes.getMax());
        return 0;
    }

    /** Prints each series at the best threshold of all, and returns the pairs of the last line. */
    private String scores(List<ScoredSeries> scored, LabelledWindows labels) {
        NabScore score = new NabScore(scored, labels);
        Best standard = score.best(NabProfile.STANDARD);
        for (OneSeries one : score.each(standard.threshold())) {
            print(
                    "file=%s windows=%d windows_hit=%d false_rows=%d standard=%.2f",
                    one.name(), one.windows(), one.windowsHit(), one.falseRows(), one.standard());
        }
        print("best threshold %.4f", standard.threshold());
        return String.format(
                Locale.ROOT,
                "standard=%.2f low_fp=%.2f low_fn=%.2f leave_one_group_out=%.2f ",
                standard.score(),
                score.best(NabProfile.LOW_FALSE_POSITIVES).score(),
                score.best(NabProfile.LOW_FALSE_NEGATIVES).score(),
                score.leaveOneGroupOut(NabProfile.STANDARD));
    }

    private void printAlerts(List<ScoredSeries> scored, LabelledWindows labels) {
        NabScore score = NabScore.ofAlerts(scored, labels);
        print(
                "alerts as the job would raise them: alerts=%d standard=%.2f low_fp=%.2f low_fn=%.2f",
                scored.stream().mapToInt(ScoredSeries::alerts).sum(),
                score.at(1, NabProfile.STANDARD),
                score.at(1, NabProfile.LOW_FALSE_POSITIVES),
                score.at(1, NabProfile.LOW_FALSE_NEGATIVES));
    }

    private void print(String format, Object... values) {
        PrintWriter print = spec.commandLine().getOut();
        print.println(String.format(Locale.ROOT, format, values));
        print.flush();
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
