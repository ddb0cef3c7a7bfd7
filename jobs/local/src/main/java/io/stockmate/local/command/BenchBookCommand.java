package io.stockmate.local.command;

import io.stockmate.benchmarks.book.BookBench;
import io.stockmate.benchmarks.book.BookSpeed;
import io.stockmate.benchmarks.book.GeneratedFlow;
import io.stockmate.benchmarks.book.OrderFile;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.core.market.Market;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** Sends order flows through the market's book and through exchange-core's. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description = {
            "Messages per second of CPU time of the market's order book, beside exchange-core's direct book, and the hash of"
                    + " its report stream.",
            "Without files: two generated flows, price moves over 250 levels and prices that jump."
        })
public final class BenchBookCommand implements Callable<Integer> {
    private static final int GENERATED_MESSAGES = 1_000_000;
    private static final int WARM_UP = 3;

    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Recorded order flows, plain or .gz.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", description = "Of each book, after three that warm up (default: 5).")
    private int rounds = 5;

    @Option(names = "--seed", paramLabel = "N", description = "Of the generated flows (default: 1).")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    private double worstRatio = Double.MAX_VALUE;
    private long messages;

    @Override
    public Integer call() throws IOException {
        if (rounds < 1) {
            throw new CommandFailed("--rounds is " + rounds + ": give at least one");
        }
        for (Path file : files) {
            print("%s", file);
            measure(OrderFile.read(file));
        }
        if (files.isEmpty()) {
            print("price moves, seed %d", seed);
            measure(GeneratedFlow.priceMoves(seed, GENERATED_MESSAGES));
            print("prices that jump, seed %d", seed);
            measure(GeneratedFlow.jumps(seed, GENERATED_MESSAGES));
        }
        if (files.size() != 1) {
            print("worst_ratio=%.3f messages=%d", worstRatio, messages);
        }
        return 0;
    }

    private void measure(OrderFlow flow) {
        BookBench bench = new BookBench(flow, Market::emptyBook);
        String hash = bench.sha256();
        print("exchange-core's report stream is %s", hash.equals(bench.exchangeCoreSha256()) ? "the same" : "another");
        BookSpeed speed = bench.measure(WARM_UP, rounds);
        print(
                "sha256=%s messages=%d ops_per_cpu_s=%.0f exchange_core_ops_per_cpu_s=%.0f ratio=%.3f",
                hash, flow.size(), speed.market(), speed.exchangeCore(), speed.ratio());
        worstRatio = Math.min(worstRatio, speed.ratio());
        messages += flow.size();
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
