package io.stockmate.local.command;

import io.stockmate.benchmarks.Median;
import io.stockmate.benchmarks.book.BookBench;
import io.stockmate.benchmarks.book.OrderFile;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.benchmarks.matching.MatchingBench;
import io.stockmate.benchmarks.matching.MatchingBench.Levels;
import io.stockmate.benchmarks.matching.MatchingSpeed;
import io.stockmate.core.market.Market;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.TemporaryDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a recorded order flow through the matching job's own operator. */
@Command(
        name = "matching",
        mixinStandardHelpOptions = true,
        description = {
            "Sends recorded order flows through the matching job's own operator, with state in RocksDB and"
                    + " exactly-once checkpoints, at parallelism 1, and prints the hash of what its events report and the"
                    + " CPU time of all task threads per command: source (which makes the commands), shuffle by symbol,"
                    + " operator, a sink that reads the events, and what writes checkpoints in the background. RocksDB's"
                    + " own threads, Java's collector and compiler are not counted, and commands are shuffled without the"
                    + " bytes they came in. Decoding, Kinesis and the lake are left out.",
            "Each round is a job of its own; the first ones warm up, the figures are medians of the others. Levels in"
                    + " MapState are measured in one round."
        })
public final class BenchMatchingCommand implements Callable<Integer> {
    private static final int WARM_UP = 3;
    private static final double NS_PER_S = 1e9;

    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recorded order flows, plain or .gz.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "After three that warm up (default: 5).")
    private int rounds = 5;

    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "Between checkpoints, for instance 1s (the default).")
    private Duration checkpoint = Duration.ofSeconds(1);

    @Option(
            names = "--state",
            paramLabel = "mapstate",
            description = "Measures for comparison, too, the same job with the book's levels in RocksDB's MapState.")
    private State state;

    @Spec
    private CommandSpec spec;

    private double worst = Double.MAX_VALUE;
    private long messages;
    private long completed;

    private enum State {
        mapstate
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            throw new CommandFailed("--rounds is " + rounds + ": give at least one");
        }
        int status = 0;
        for (Path file : files) {
            print("%s", file);
            OrderFlow flow = OrderFile.read(file);
            try (TemporaryDirectory temporary = TemporaryDirectory.ofFiles("stockmate-bench-matching-")) {
                Path checkpoints = temporary.path();
                status = Math.max(status, measure(flow, new MatchingBench(flow, checkpoint, checkpoints)));
            }
        }
        if (files.size() > 1) {
            print("worst_commands_per_cpu_s=%.0f messages=%d checkpoints=%d", worst, messages, completed);
        }
        return status;
    }

    private int measure(OrderFlow flow, MatchingBench bench) throws Exception {
        String hash = bench.sha256(Levels.HEAP);
        boolean same = hash.equals(new BookBench(flow, Market::emptyBook).sha256());
        print("the book alone reports %s", same ? "the same" : "something else");
        List<MatchingSpeed> heap = run(bench, Levels.HEAP, WARM_UP, rounds);
        double nsPerCommand = nsPerCommand(heap);
        int during = heap.stream().mapToInt(MatchingSpeed::checkpoints).sum();
        if (during == 0) {
            throw new CommandFailed("no checkpoint completed in " + rounds + " rounds of " + flow.size()
                    + " messages: give more --rounds, or a shorter --checkpoint than " + checkpoint.toMillis() + " ms");
        }
        worst = Math.min(worst, NS_PER_S / nsPerCommand);
        messages += flow.size();
        completed += during;
        String figures = String.format(
                Locale.ROOT,
                "sha256=%s messages=%d commands=%d commands_per_cpu_s=%.0f cpu_ns_per_command=%.1f checkpoints=%d",
                hash,
                flow.size(),
                heap.get(0).commands(),
                NS_PER_S / nsPerCommand,
                nsPerCommand,
                during);
        if (state == State.mapstate) {
            String mapStateHash = bench.sha256(Levels.MAP_STATE);
            same &= mapStateHash.equals(hash);
            print("with levels in MapState it reports %s", mapStateHash.equals(hash) ? "the same" : "something else");
            double mapStateNs = nsPerCommand(run(bench, Levels.MAP_STATE, 0, 1));
            figures += String.format(
                    Locale.ROOT,
                    " mapstate_cpu_ns_per_command=%.1f mapstate_ratio=%.2f",
                    mapStateNs,
                    mapStateNs / nsPerCommand);
        }
        print("%s", figures);
        return same ? 0 : 1;
    }

    private List<MatchingSpeed> run(MatchingBench bench, Levels levels, int warmUp, int count) throws Exception {
        List<MatchingSpeed> speeds = new ArrayList<>();
        for (int round = 0; round < warmUp + count; round++) {
            MatchingSpeed speed = bench.measure(levels);
            print(
                    "%s%s: %.1f ns of CPU per command, %d checkpoints",
                    levels, round < warmUp ? ", warming up" : "", speed.nsPerCommand(), speed.checkpoints());
            if (round >= warmUp) {
                speeds.add(speed);
            }
        }
        return speeds;
    }

    private static double nsPerCommand(List<MatchingSpeed> speeds) {
        return Median.of(speeds.stream().map(MatchingSpeed::nsPerCommand).toList());
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
