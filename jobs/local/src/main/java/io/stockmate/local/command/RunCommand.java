package io.stockmate.local.command;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.pipelines.accounting.AccountingProperties;
import io.stockmate.pipelines.anomaly.AnomalyProperties;
import io.stockmate.pipelines.demand.DemandProperties;
import io.stockmate.pipelines.events.OrderSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the platform with a market on it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Starts streams, delivery, the matching job and the lake in one process, and a demo market on top.",
            "Goes on where the last run on the same directory ended. Ctrl-C ends it in order."
        })
public final class RunCommand implements Callable<Integer> {
    private static final int SPEED_MAX = 1_000_000;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "End by itself after so long, for instance 30s or 5m.")
    private @Nullable Duration duration;

    @Option(names = "--rate", paramLabel = "N", description = "Commands per second of the demo market and of --input.")
    private int rate = MarketRun.RATE_DEFAULT;

    @Option(names = "--seed", paramLabel = "N", description = "Of the demo market's chance (default: 1).")
    private long seed = 1;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = {
                "Let the streams' time run N times as fast as real time, with customers who follow the hours of a"
                        + " week:",
                "10000 makes a week of a minute. Later runs go on from the time that was reached."
            })
    private int speed = 1;

    @Option(names = "--no-demo", description = "Run without the demo market.")
    private boolean noDemo;

    @Option(names = "--input", paramLabel = "FILE", description = "Submit the lines of a file of JSON commands.")
    private @Nullable Path input;

    @Option(
            names = "--history",
            paramLabel = "LAKE",
            description = "Let the jobs that read events take from the log of this lake what their stream has lost.")
    private @Nullable Path history;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (rate < 1) {
            throw new CommandFailed("--rate is " + rate + ": give at least 1 command per second, or --no-demo");
        }
        if (speed < 1 || speed > SPEED_MAX) {
            throw new CommandFailed("--speed is " + speed + ": give a whole number from 1 to " + SPEED_MAX);
        }
        if (input != null && Files.isDirectory(input)) {
            throw new CommandFailed("--input " + input + " is a directory: name a file of JSON lines");
        }
        if (input != null && !Files.isReadable(input)) {
            throw new CommandFailed("--input " + input + " cannot be read: name a file of JSON lines");
        }
        if (history != null && !Files.isDirectory(history)) {
            throw new CommandFailed("--history " + history + " is no directory: name the root of a lake");
        }
        PrintWriter out = spec.commandLine().getOut();
        DataDirectory data = options.data();
        if (Files.exists(data.cloneOf())) {
            throw new CommandFailed(data.root() + " holds a clone of "
                    + Files.readString(data.cloneOf()).strip() + ": 'stockmate clone start' goes on with it");
        }
        PlatformLog.to(data);
        out.println("Starting on " + data.root() + " ...");
        try (StopSignal stop = StopSignal.take();
                Platform platform = Platform.start(settings(PlatformSettings.onPorts(data, options.portBase())))) {
            return new MarketRun(platform, out, options.ink(), stop).play(duration, seed, rate, !noDemo, input);
        }
    }

    private PlatformSettings settings(PlatformSettings usual) {
        PlatformSettings settings = usual.withSpeed(speed);
        if (history != null) {
            String lake = history.toAbsolutePath().normalize().toString();
            for (String group : List.of(AnomalyProperties.ORDER, DemandProperties.ORDER, AccountingProperties.ORDER)) {
                settings = settings.withProperty(group, OrderSettings.HISTORY_LAKE, lake);
            }
        }
        return settings;
    }
}
