package io.stockmate.local.command;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.mirror.CloneDirectory;
import io.stockmate.local.mirror.CloneRun;
import io.stockmate.local.mirror.ClonedChains;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.platform.RunningPlatform;
import io.stockmate.pipelines.matching.MatchingProperties;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a clone. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = {
            "Starts streams and jobs of their own, fills them with all past commands of a share of the running market's"
                    + " symbols from its lake, and mirrors what comes, until Ctrl-C or 'stockmate clone stop'.",
            "Commands are matched at the time at which they arrived in the market, so the clone's events are the"
                    + " market's: at the end their chains are compared. Exit status 0 where none differs. A later"
                    + " start goes on where this one ended."
        })
public final class CloneStartCommand implements Callable<Integer> {
    private static final BigDecimal HUNDREDTHS = BigDecimal.valueOf(100);

    @Mixin
    private CommonOptions options;

    @Mixin
    private CloneOptions where;

    @Option(
            names = "--percent",
            paramLabel = "N",
            description =
                    "The share of the symbols, by their hash, such as 1 or 0.25 (default: that of the last start)."
                            + " What is in a share is in every larger one.")
    private @Nullable BigDecimal percent;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "This symbol, too, in this start and all later ones. May be given several times.")
    private List<String> symbols = List.of();

    @Option(
            names = "--clone-port-base",
            paramLabel = "N",
            defaultValue = "8091",
            description = "The first of the clone's five ports, as --port-base is of the market's (default: 8091).")
    private int portBase;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "End by itself so long after the refill, for instance 30s or 5m.")
    private @Nullable Duration duration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        int asked = percent == null ? -1 : hundredths(percent);
        RunningPlatform market = RunningPlatform.require(options.data());
        CloneDirectory directory = where.directory(options);
        directory.claim();
        for (String symbol : symbols) {
            directory.add(symbol);
        }
        if (asked >= 0) {
            directory.remember(asked);
        }
        int hundredths = directory.hundredths();
        if (hundredths == 0 && directory.symbols().isEmpty()) {
            throw new CommandFailed("nothing is to be mirrored: give --percent, or --symbol");
        }
        PrintWriter out = spec.commandLine().getOut();
        PlatformLog.to(directory.data());
        out.println("Starting a clone on " + directory.data().root() + " ...");
        try (StopSignal stop = StopSignal.take();
                Platform clone = Platform.start(PlatformSettings.onPorts(directory.data(), portBase)
                        .withSpeed(market.speed())
                        .withProperty(MatchingProperties.MATCHING, MatchingProperties.MIRRORED, "true"))) {
            new TextTable("what", "where")
                    .row("the clone's web UI", clone.webUi())
                    .row("its Kinesis endpoint", clone.kinesis())
                    .row("its lake", clone.data().lake())
                    .lines()
                    .forEach(out::println);
            ClonedChains chains = new CloneRun(
                            clone, directory, AwsSettings.local(market.kinesis()), hundredths, duration, out, stop)
                    .play();
            return chains.different().isEmpty() ? 0 : 1;
        }
    }

    private static int hundredths(BigDecimal percent) {
        try {
            int hundredths = percent.multiply(HUNDREDTHS).intValueExact();
            if (hundredths >= 0 && hundredths <= 10_000) {
                return hundredths;
            }
        } catch (ArithmeticException finer) {
            // Answered below.
        }
        throw new CommandFailed("--percent is " + percent + ": give a number from 0 to 100 with at most two decimals");
    }
}
