package io.stockmate.local.command;

import io.stockmate.benchmarks.lake.LakeBench;
import io.stockmate.benchmarks.lake.MergedDays;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures writing the lake. */
@Command(
        name = "lake",
        mixinStandardHelpOptions = true,
        description = {
            "Writes trades and prints bytes and CPU time per row; then the same over a day and a half with a"
                    + " checkpoint a minute, merged meanwhile, and prints bytes per row and files; then rows of all tables"
                    + " at a pace, in a job with checkpoints, and prints how long the operator that hands them over was"
                    + " held up at most, and how late rows could be read."
        })
public final class BenchLakeCommand implements Callable<Integer> {
    private static final long SECONDS_MIN = 15;
    private static final double MS_PER_SECOND = 1_000;

    /** After the next checkpoint. */
    private static final Duration LATE_MAX = Duration.ofSeconds(5);

    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--trades", paramLabel = "N", description = "How many trades (default: 1000000).")
    private long trades = 1_000_000;

    @Option(names = "--rate", paramLabel = "N", description = "Rows a second (default: 40000).")
    private long rate = 40_000;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "How long at that rate, the first 10 s are not measured (default: 60s).")
    private Duration duration = Duration.ofSeconds(60);

    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "From one checkpoint to the next (default: 3s).")
    private Duration checkpoint = Duration.ofSeconds(3);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (trades < 1 || rate < 1 || duration.toSeconds() < SECONDS_MIN) {
            throw new CommandFailed("--trades is " + trades + ", --rate " + rate + " and --duration "
                    + duration.toSeconds() + " s: give at least 1, 1 and " + SECONDS_MIN + " s");
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofFiles("stockmate-bench-lake-")) {
            Path directory = temporary.path();
            measure(new LakeBench(directory));
            return 0;
        }
    }

    private void measure(LakeBench bench) throws Exception {
        LakeBench.Trades written = bench.trades(trades);
        print(
                "%d trades: %.1f bytes and %.0f ns of CPU time each",
                written.rows(), written.bytesPerRow(), written.nanosPerRow());
        MergedDays days = bench.days(trades);
        print(
                "over a day and a half: %.1f bytes per trade of the closed day in %d files (%d allowed); the open day"
                        + " has %d files and up to %d of the open hour; merging took %.1f s, the longest round %.1f s",
                days.bytesPerTrade(),
                days.filesClosed(),
                days.filesAllowed(),
                days.filesOpen(),
                days.filesPerHour(),
                days.mergeSeconds(),
                days.mergeSecondsMax());
        LakeBench.Stall stall = bench.stall(rate, duration, checkpoint);
        print(
                "%d rows, %.0f a second, %d checkpoints, one every %.1f s: held up for %.1f ms at most, for %.1f ms of"
                        + " the sink's CPU time; %.1f bytes per trade; 99 of 100 rows could be read %.1f s after their"
                        + " event time (%.1f s allowed)",
                stall.rows(),
                stall.rowsPerSecond(),
                stall.checkpoints(),
                checkpoint.toMillis() / MS_PER_SECOND,
                stall.stallMillisMax(),
                stall.stallCpuMillisMax(),
                stall.bytesPerTrade(),
                stall.freshnessMillis() / MS_PER_SECOND,
                checkpoint.plus(LATE_MAX).toMillis() / MS_PER_SECOND);
        print(
                "bytes_per_trade=%.2f cpu_ns_per_trade=%.0f rows_per_s=%.0f checkpoints=%d stall_ms_max=%.1f"
                        + " stall_cpu_ms_max=%.1f bytes_per_trade_in_job=%.2f bytes_per_trade_merged=%.2f"
                        + " files_closed_day=%d files_allowed=%d files_open_day=%d merge_s=%.1f checkpoint_ms=%d"
                        + " freshness_p99_ms=%d",
                written.bytesPerRow(),
                written.nanosPerRow(),
                stall.rowsPerSecond(),
                stall.checkpoints(),
                stall.stallMillisMax(),
                stall.stallCpuMillisMax(),
                stall.bytesPerTrade(),
                days.bytesPerTrade(),
                days.filesClosed(),
                days.filesAllowed(),
                days.filesOpen(),
                days.mergeSeconds(),
                checkpoint.toMillis(),
                stall.freshnessMillis());
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
