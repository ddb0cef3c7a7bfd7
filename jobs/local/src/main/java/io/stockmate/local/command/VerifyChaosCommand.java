package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.chaos.ChaosFault;
import io.stockmate.local.chaos.ChaosResult;
import io.stockmate.local.chaos.ChaosRun;
import io.stockmate.local.chaos.ChaosSettings;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.exactness.Percentile;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Directories;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole platform under faults that seeds choose, and looks for what is wrong afterwards. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "For each seed: runs the platform with all jobs and books in a process of its own, and the demo market on"
                    + " it; kills it (kill -9) and starts it again, and makes faults of all kinds: of requests to Kinesis"
                    + " and Firehose, of the storage of lake and checkpoints, of Postgres, of workers and managers; shards"
                    + " are split and merged, days pass.",
            "Then all that it leaves must hold: every invariant of 'reconcile', books in Postgres included; alerts,"
                    + " demand, forecasts and suggestions are those that plain Java makes of the events; nothing is left"
                    + " undone. New events must follow a kill within 15 s (p95)."
        })
public final class VerifyChaosCommand implements Callable<Integer> {
    private static final int SHOWN_AT_MOST = 20;
    private static final double MS_PER_SECOND = 1_000;
    private static final double NANOS = 1e9;
    private static final double FAULT_SHARE_MAX = 0.5;

    @Mixin
    private CommonOptions options;

    @Option(names = "--seeds", paramLabel = "N", description = "How many runs (default: 1).")
    private long seeds = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Of the first one (default: 1).")
    private long first = 1;

    @Option(names = "--orders", paramLabel = "N", description = "In each (default: 20000).")
    private long orders = 20_000;

    @Option(names = "--kills", paramLabel = "N", description = "In each (default: 3).")
    private int kills = 3;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description = "all (default), none, or some between commas: endpoints, reshard, storage-fails,"
                    + " storage-stalls, checkpoint-torn, postgres-stopped, postgres-killed, postgres-slow,"
                    + " task-manager-lost, job-manager-lost.")
    private String faults = "all";

    @Option(
            names = "--fault-share",
            paramLabel = "SHARE",
            description = "Of the requests to the endpoints, where these fail (default: 0.01).")
    private double faultShare = 0.01;

    @Option(names = "--rate", paramLabel = "N", description = "Commands per second (default: 600).")
    private int rate = 600;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "How many times as fast as the machine's the records' time runs (default: 3600).")
    private long speed = 3_600;

    @Option(
            names = "--recovery-max",
            converter = DurationOption.class,
            paramLabel = "DURATION",
            description = "Within which 95 of 100 kills must be followed by a new event (default: 15s);"
                    + " give more where others use the machine too.")
    private Duration recoveryMax = Duration.ofSeconds(15);

    @Mixin
    private KeepOption keep;

    @Spec
    private CommandSpec spec;

    private final List<Long> recoveries = new ArrayList<>();
    private long violations;
    private long shown;

    @Override
    public Integer call() throws Exception {
        ChaosSettings settings = new ChaosSettings(orders, kills, chosen(), rate, speed, faultShare);
        requireSensible();
        return keep.run("stockmate-chaos-", directory -> {
            PlatformLog.to(DataDirectory.of(directory));
            long begun = System.nanoTime();
            for (long seed = first; seed < first + seeds; seed++) {
                Path run = directory.resolve("seed-" + seed);
                ChaosResult result = ChaosRun.of(settings, seed, run);
                tell(result);
                if (result.violations().isEmpty()) {
                    Directories.remove(run);
                }
            }
            return conclude((System.nanoTime() - begun) / NANOS);
        });
    }

    private Set<ChaosFault> chosen() {
        try {
            return ChaosFault.parse(faults);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailed(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private void requireSensible() {
        if (seeds < 1 || orders < 1 || kills < 0 || rate < 1 || speed < 1) {
            throw new CommandFailed("--seeds is " + seeds + ", --orders " + orders + ", --kills " + kills + ", --rate "
                    + rate + " and --speed " + speed + ": each must be 1 at least, kills 0");
        }
        if (!(faultShare >= 0 && faultShare <= FAULT_SHARE_MAX)) {
            throw new CommandFailed(
                    "--fault-share is " + faultShare + ": give a share of the requests from 0 to " + FAULT_SHARE_MAX);
        }
    }

    private void tell(ChaosResult result) {
        recoveries.addAll(result.recoveriesMs());
        print("%s", result.text());
        for (Violation violation : result.violations()) {
            violations++;
            if (++shown <= SHOWN_AT_MOST) {
                print("%s", options.ink().bad(violation.text()));
            }
        }
        if (!result.violations().isEmpty()) {
            print("what was done: %s", result.plan().text());
            print(
                    "again: stockmate verify chaos --seed %d --seeds 1 --orders %d --kills %d --faults %s --rate %d"
                            + " --speed %d --fault-share %s --recovery-max %ds",
                    result.seed(), orders, kills, faults, rate, speed, faultShare, recoveryMax.toSeconds());
        }
    }

    private int conclude(double seconds) {
        long p95 = Percentile.of(recoveries, 95);
        if (p95 > recoveryMax.toMillis()) {
            violations++;
            print(
                    "%s",
                    options.ink()
                            .bad("new events came later after a kill than " + recoveryMax.toSeconds()
                                    + " s (p95), which is a violation"));
        }
        print(
                "violations=%d seeds=%d orders=%d kills=%d p95_recovery_s=%.1f seconds=%.0f",
                violations, seeds, orders, recoveries.size(), p95 / MS_PER_SECOND, seconds);
        return violations == 0 ? 0 : 1;
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
