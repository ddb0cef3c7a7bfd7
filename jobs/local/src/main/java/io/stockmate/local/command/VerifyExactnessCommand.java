package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.exactness.ExactnessProof;
import io.stockmate.local.exactness.ExactnessReport;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one log cleanly and with kills, and compares what comes of it. */
@Command(
        name = "exactness",
        mixinStandardHelpOptions = true,
        description = {
            "Records a seeded market as a stream log, then runs the platform on copies of it, in processes of its own:"
                    + " clean and killed (kill -9 under load, also inside checkpoints), at parallelism 1 and 2, with"
                    + " state on the heap and in RocksDB.",
            "Holds where all runs give the same chain for every symbol and the same rows in the lake, reconcile, and"
                    + " publish new events within 15 s of a kill (p95). Works in a directory that is removed afterwards."
        })
public final class VerifyExactnessCommand implements Callable<Integer> {
    private static final double MS_PER_SECOND = 1_000;

    @Mixin
    private CommonOptions options;

    @Option(names = "--seed", paramLabel = "N", description = "Of the log and the kills (default: 1).")
    private long seed = 1;

    @Option(names = "--records", paramLabel = "N", description = "Records in the log (default: 40000).")
    private long records = 40_000;

    @Option(names = "--kills", paramLabel = "N", description = "In each run that is killed (default: 5).")
    private int kills = 5;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "8: all circumstances (default); 4: every pair of them; 2: each of them.")
    private int runs = 8;

    @Option(
            names = "--faults",
            paramLabel = "SHARE",
            description = "Of the requests to Kinesis and Firehose in each run that is killed (default: 0): throttled,"
                    + " refused, reset, slow, lost or cut answers, expired iterators, batches refused in part.")
    private double faults;

    @Option(
            names = "--recovery-max",
            converter = DurationOption.class,
            paramLabel = "DURATION",
            description = "Within which 95 of 100 kills must be followed by a new event (default: 15s);"
                    + " give more where others use the machine too.")
    private Duration recoveryMax = Duration.ofSeconds(15);

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the lake of the last killed run here, and the events that plain Java makes of the log.")
    private @Nullable Path keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (records < 1_000 || kills < 1) {
            throw new CommandFailed(
                    "--records is " + records + " and --kills " + kills + ": give at least 1000 records and one kill");
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-exactness-")) {
            Path directory = temporary.path();
            PlatformLog.to(DataDirectory.of(directory));
            PrintWriter out = spec.commandLine().getOut();
            ExactnessReport report = proof(directory)
                    .run(out::println, violation -> out.println(options.ink().bad(violation)));
            boolean late = !report.recoversWithin(recoveryMax);
            if (late) {
                out.println(options.ink()
                        .bad("new events came later after a kill than " + recoveryMax.toSeconds()
                                + " s (p95), which is a violation"));
            }
            long violations = report.violations() + (late ? 1 : 0);
            print(report, violations, out);
            return violations == 0 ? 0 : 1;
        }
    }

    private ExactnessProof proof(Path directory) {
        try {
            return new ExactnessProof(directory, seed, records, kills, runs, faults, keep);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static void print(ExactnessReport report, long violations, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "violations=%d runs=%d kills=%d kills_inside_checkpoint=%d faults=%d p95_recovery_s=%.1f symbols=%d commands=%d"
                        + " records=%d",
                violations,
                report.runs(),
                report.kills(),
                report.killsInsideCheckpoint(),
                report.faults(),
                report.recoveryP95Ms() / MS_PER_SECOND,
                report.symbols(),
                report.commands(),
                report.records()));
        out.flush();
    }
}
