package io.stockmate.local.command;

import io.stockmate.benchmarks.simulation.SimulatedLife;
import io.stockmate.benchmarks.simulation.Simulation;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lives many short lives of a market in which jobs crash between any two steps, and compares what they leave. */
@Command(
        name = "simulation",
        mixinStandardHelpOptions = true,
        description = {
            "Lives a short life of a market for each seed: streams with shards that split and merge, matching, accounting,"
                    + " anomaly and demand with their real rules, the lake and a database, each job with aligned checkpoints"
                    + " that may be given up. A job crashes between any two steps and goes on from its newest checkpoint"
                    + " with another parallelism; events are published twice and not always in order.",
            "In the end log, events, lake, transactions, alerts and forecasts must be those of a life without a crash, row by"
                    + " row."
        })
public final class VerifySimulationCommand implements Callable<Integer> {
    private static final int SHOWN_AT_MOST = 10;
    private static final double NANOS = 1e9;

    @Mixin
    private CommonOptions options;

    @Option(names = "--seeds", paramLabel = "N", description = "How many lives (default: 1000).")
    private long seeds = 1_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the first one (default: 1).")
    private long first = 1;

    @Option(names = "--commands", paramLabel = "N", description = "In each (default: 500).")
    private int commands = 500;

    @Spec
    private CommandSpec spec;

    private long violations;
    private long crashes;
    private long published;
    private long taken;
    private long steps;

    @Override
    public Integer call() {
        if (seeds < 1 || commands < 1) {
            throw new CommandFailed(
                    "--seeds is " + seeds + " and --commands " + commands + ": each must be 1 at least");
        }
        long begun = System.nanoTime();
        LongStream.range(first, first + seeds)
                .parallel()
                .mapToObj(seed -> Simulation.of(seed, commands))
                .forEach(this::count);
        double seconds = (System.nanoTime() - begun) / NANOS;
        long events = published + taken;
        print("%d events were published and %d taken, in %d steps", published, taken, steps);
        print(
                "violations=%d seeds=%d commands=%d crashes=%d events=%d seconds=%.1f crashes_per_s=%.0f events_per_s=%.0f",
                violations, seeds, commands, crashes, events, seconds, crashes / seconds, events / seconds);
        return violations == 0 ? 0 : 1;
    }

    private synchronized void count(SimulatedLife life) {
        crashes += life.crashes();
        published += life.published();
        taken += life.taken();
        steps += life.steps();
        for (Violation violation : life.violations()) {
            if (++violations <= SHOWN_AT_MOST) {
                print("%s", options.ink().bad(violation.text()));
                print("again: stockmate verify simulation --seed %d --seeds 1 --commands %d", life.seed(), commands);
            }
        }
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
