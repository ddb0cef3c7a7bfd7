package io.stockmate.local.command;

import io.stockmate.benchmarks.recovery.RecoveryBench;
import io.stockmate.benchmarks.recovery.RecoveryFigures;
import io.stockmate.benchmarks.recovery.RecoverySizes;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.TemporaryDirectory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the matching job's checkpoints cost, and how soon it is back. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = {
            "Fills many books through the matching job's own operator, with state in RocksDB. Takes a checkpoint of all,"
                    + " and then one after another while few books change (ten commands each): bytes that Flink wrote newly,"
                    + " in per cent of the first.",
            "All of that is in a process of its own, which is killed in the middle of commands to all books. This process"
                    + " goes on from its last checkpoint: time from the kill to the first event. Last it goes on from"
                    + " one savepoint at parallelism 1, 2 and 4: the chains of all books have to be the same, and"
                    + " those of markets without Flink.",
            "RocksDB merges its files, and so writes all anew, once in about 40 checkpoints.",
            "The exit status is 0 only where the chains are the same."
        })
public final class BenchRecoveryCommand implements Callable<Integer> {
    private static final double PERCENT = 100;

    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--symbols", paramLabel = "N", description = "Books (default: 1000).")
    private int symbols = 1_000;

    @Option(names = "--orders", paramLabel = "N", description = "That rest in each book (default: 1000).")
    private int orders = 1_000;

    @Option(
            names = "--changed",
            paramLabel = "PERCENT",
            description = "Of the books, between two checkpoints (default: 1).")
    private double changed = 1;

    @Option(names = "--checkpoints", paramLabel = "N", description = "To measure (default: 80).")
    private int checkpoints = 80;

    @Option(names = "--seed", paramLabel = "N", description = "Of the commands (default: 1).")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RecoverySizes sizes = sizes();
        try (TemporaryDirectory temporary = TemporaryDirectory.ofFiles("stockmate-bench-recovery-")) {
            Path directory = temporary.path();
            return print(new RecoveryBench(sizes, seed, directory).run());
        }
    }

    private RecoverySizes sizes() {
        if (symbols < 1 || orders < 1 || checkpoints < 1 || changed <= 0 || changed > PERCENT) {
            throw new CommandFailed("--symbols is " + symbols + ", --orders " + orders + ", --checkpoints "
                    + checkpoints + " and --changed " + changed
                    + ": give at least 1, 1 and 1, and more than 0 to 100 per cent");
        }
        int changedBooks = (int) Math.max(1, Math.round(symbols * changed / PERCENT));
        return RecoverySizes.of(symbols, orders, changedBooks, checkpoints);
    }

    private int print(RecoveryFigures figures) {
        var out = spec.commandLine().getOut();
        out.println("newly written bytes of each checkpoint: " + figures.newBytes());
        out.println("the chains at parallelism 1, 2 and 4 are " + (figures.sameChains() ? "the same" : "different"));
        out.println(String.format(
                Locale.ROOT,
                "violations=%d orders=%d full_bytes=%d mean_percent=%.2f"
                        + " max_percent=%.2f rewrites=%d first_event_ms=%d all_books_ms=%d",
                figures.sameChains() ? 0 : 1,
                (long) symbols * orders,
                figures.fullBytes(),
                figures.meanPercent(),
                figures.maxPercent(),
                figures.rewrites(),
                figures.firstEventMs(),
                figures.allBooksMs()));
        out.flush();
        return figures.sameChains() ? 0 : 1;
    }
}
