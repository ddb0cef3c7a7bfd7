package io.stockmate.local.command;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.Streams;
import io.stockmate.local.verify.ReplenishmentReport;
import io.stockmate.producers.Clock;
import io.stockmate.producers.FailureListener;
import io.stockmate.producers.KinesisCommandOutlet;
import io.stockmate.producers.KinesisEventFeed;
import io.stockmate.producers.ProducerLoop;
import io.stockmate.producers.Producers;
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
                    + " of demand it served and what it held.",
            "Holds where the shops with approved suggestions run out less often and leave fewer units unserved than those with"
                    + " a fixed level, and hold no more stock than ordering by the mean needs to serve the same share of"
                    + " demand; serving less than every shop that orders by the mean is a violation, too."
        })
public final class VerifyReplenishmentCommand implements Callable<Integer> {
    private static final long WEEK_MS = 7 * 86_400_000L;
    private static final long CLOCK_INTERVAL_MS = 3_600_000;
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int SPEED_MAX = 1_000_000;

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

    @Option(names = "--speed", paramLabel = "N", description = "See run (default: 20000).")
    private int speed = 20_000;

    @Mixin
    private KeepOption keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (speed < 1 || speed > SPEED_MAX) {
            throw new CommandFailed("--speed is " + speed + ": give a whole number from 1 to " + SPEED_MAX);
        }
        if (warmUp < 0 || weeks <= warmUp) {
            throw new CommandFailed(
                    "--weeks is " + weeks + " and --warm-up " + warmUp + ": give more weeks than do not count");
        }
        return keep.run("stockmate-replenishment-", this::verify);
    }

    private int verify(Path directory) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        StopSignal stop = StopSignal.take();
        PlatformSettings settings = PlatformSettings.onFreePorts(directory).withSpeed(speed);
        PlatformLog.to(settings.data());
        long openedAt;
        ReplenishmentTrial trial;
        try (Platform platform = Platform.start(settings)) {
            openedAt = platform.time();
            trial = new ReplenishmentTrial(seed, "T" + Long.toString(openedAt, 36), openedAt);
            try (ProducerLoop loop = start(platform, trial)) {
                simulate(platform, trial, openedAt, stop, out);
                if (!loop.isRunning()) {
                    throw new CommandFailed("the customers stopped coming: see "
                            + settings.data().log());
                }
            }
            platform.stopJobs();
        }
        ReplenishmentReport report =
                ReplenishmentReport.of(settings.data().lake(), openedAt + warmUp * WEEK_MS, openedAt + weeks * WEEK_MS);
        out.println();
        report.lines().forEach(out::println);
        return conclude(report, trial, out);
    }

    private ProducerLoop start(Platform platform, ReplenishmentTrial trial) {
        AlertCodec codec = new AlertCodec();
        platform.tail(Streams.ALERTS, record -> {
            if (codec.decode(record.data()) instanceof ReplenishmentSuggestion suggestion) {
                trial.suggest(suggestion);
            }
        });
        return ProducerLoop.start(
                "trial",
                new Producers(new Clock(CLOCK_INTERVAL_MS), trial),
                new KinesisEventFeed(Streams.reading(Streams.EVENTS, platform.streams(), InitialPosition.TRIM_HORIZON)),
                new KinesisCommandOutlet(KinesisProducer.open(platform.streams(), Streams.COMMANDS)),
                platform::time,
                STEP,
                FailureListener.TO_LOG);
    }

    private void simulate(Platform platform, ReplenishmentTrial trial, long openedAt, StopSignal stop, PrintWriter out)
            throws Exception {
        for (int week = 1; week <= weeks; week++) {
            long end = openedAt + week * WEEK_MS;
            while (platform.time() < end) {
                platform.requireAlive();
                for (String trouble : platform.troubles()) {
                    throw new CommandFailed(trouble);
                }
                if (stop.await(Duration.ofMillis(200))) {
                    throw new CommandFailed("stopped in week " + week + " of " + weeks);
                }
            }
            out.println("week " + week + " of " + weeks + " is over on "
                    + Instant.ofEpochMilli(end).toString().substring(0, 10) + ", " + trial.approved()
                    + " suggestions approved");
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
                + seed + " weeks=" + weeks + " warm_up_weeks=" + warmUp + " speed=" + speed);
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
