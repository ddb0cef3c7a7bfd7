package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.verify.HourlyTrial;
import io.stockmate.local.verify.ReplenishmentReport;
import io.stockmate.producers.trial.Ordering;
import io.stockmate.producers.trial.Outcome;
import io.stockmate.producers.trial.ReplenishmentTrial;
import io.stockmate.producers.trial.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates weeks of shops that order by their own rules, and of shops whose suggestions are approved. */
@Command(
        name = "replenishment",
        mixinStandardHelpOptions = true,
        description = {
            "Runs simulated weeks on a platform of its own. The same customers come to shops that fill up to a fixed level,"
                    + " to shops that order by the last 28 days' mean and one of several multiples of its deviation, and to"
                    + " shops whose suggestions are approved, and it shows side by side how often each ran out, what share"
                    + " of demand it served and what it held. Its time stands still until a day's suggestions are"
                    + " there: a seed gives the same figures on every machine.",
            "Holds where the shops with approved suggestions run out less often and leave fewer units unserved than those with"
                    + " a fixed level, and hold no more stock than ordering by the mean needs to serve the same share of"
                    + " demand; serving less than every shop that orders by the mean is a violation, too."
        })
public final class VerifyReplenishmentCommand implements Callable<Integer> {
    private static final int HOURS_OF_A_WEEK = 168;
    private static final long WEEK_MS = HOURS_OF_A_WEEK * 3_600_000L;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(250);

    /** A Monday: 2026-01-05T00:00:00Z. */
    private static final long OPENS_AT = 1_767_571_200_000L;

    @SuppressWarnings("UnusedVariable") // every command understands them
    @Mixin
    private CommonOptions options;

    @Option(names = "--seed", paramLabel = "N", description = "Of all chance (default: 1).")
    private long seed = 1;

    @Option(names = "--weeks", paramLabel = "N", description = "How many are simulated (default: 10).")
    private int weeks = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Weeks at the beginning that do not count: all shops open with the same stock (default: 4).")
    private int warmUp = 4;

    @Mixin
    private KeepOption keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (warmUp < 0 || weeks <= warmUp) {
            throw new CommandFailed(
                    "--weeks is " + weeks + " and --warm-up " + warmUp + ": give more weeks than do not count");
        }
        return keep.run("stockmate-replenishment-", this::verify);
    }

    private int verify(Path directory) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        AtomicLong time = new AtomicLong(OPENS_AT);
        PlatformSettings settings = PlatformSettings.onFreePorts(directory)
                .withCheckpointInterval(CHECKPOINT_INTERVAL)
                .withClock(time::get);
        PlatformLog.to(settings.data());
        ReplenishmentTrial trial = new ReplenishmentTrial(seed, "T", OPENS_AT);
        try (StopSignal stop = StopSignal.take();
                Platform platform = Platform.start(settings)) {
            try (HourlyTrial hours = new HourlyTrial(platform, time, trial)) {
                simulate(platform, hours, trial, stop, out);
            }
            platform.stopJobs();
        }
        ReplenishmentReport report =
                ReplenishmentReport.of(settings.data().lake(), OPENS_AT + warmUp * WEEK_MS, OPENS_AT + weeks * WEEK_MS);
        out.println();
        report.lines().forEach(out::println);
        return conclude(report, trial, out);
    }

    private void simulate(
            Platform platform, HourlyTrial hours, ReplenishmentTrial trial, StopSignal stop, PrintWriter out)
            throws Exception {
        for (int week = 1; week <= weeks; week++) {
            for (int hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
                hours.nextHour();
                platform.requireAlive();
                for (String trouble : platform.troubles()) {
                    throw new CommandFailed(trouble);
                }
                if (stop.await(Duration.ZERO)) {
                    throw new CommandFailed("stopped in week " + week + " of " + weeks);
                }
            }
            out.println("week " + week + " of " + weeks + " is over on "
                    + Instant.ofEpochMilli(OPENS_AT + week * WEEK_MS).toString().substring(0, 10) + ", "
                    + trial.approved() + " suggestions approved");
            out.flush();
        }
    }

    private int conclude(ReplenishmentReport report, ReplenishmentTrial trial, PrintWriter out) {
        Verdict verdict = report.verdict(trial.approved());
        StringBuilder line =
                new StringBuilder("violations=" + verdict.violations().size());
        append(line, report, Ordering.FIXED_LEVEL);
        Ordering.BY_MEAN.forEach(ordering -> append(line, report, ordering));
        append(line, report, Ordering.SUGGESTED);
        String ratio = verdict.stockRatio().isPresent()
                ? String.format(Locale.ROOT, "%.3f", verdict.stockRatio().getAsDouble())
                : "NA";
        out.println();
        verdict.violations().forEach(out::println);
        out.println(line + " approved_stock_ratio=" + ratio + " suggestions_approved=" + trial.approved() + " seed="
                + seed + " weeks=" + weeks + " warm_up_weeks=" + warmUp);
        out.flush();
        return verdict.violations().isEmpty() ? 0 : 1;
    }

    private static void append(StringBuilder line, ReplenishmentReport report, Ordering ordering) {
        Outcome outcome = report.outcome(ordering);
        String name = ordering.key();
        line.append(String.format(
                Locale.ROOT,
                " %s_stock_outs=%d %s_fill_percent=%.2f %s_units_lost=%d %s_units_held=%.1f",
                name,
                outcome.stockOuts(),
                name,
                outcome.fillPercent(),
                name,
                outcome.lost(),
                name,
                outcome.held()));
    }
}
