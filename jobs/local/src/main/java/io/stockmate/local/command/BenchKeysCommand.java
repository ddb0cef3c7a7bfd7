package io.stockmate.local.command;

import io.stockmate.benchmarks.keys.KeyLimits;
import io.stockmate.benchmarks.keys.ManyKeys;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.TemporaryDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the state of very many keys takes, and fails where that is more than a key or the process may have. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Plans the demand of very many keys with the demand job's own code and state in RocksDB: each key is a symbol with"
                    + " one shop that has a stock policy and issues goods on two days of five. On its first visit a key gets"
                    + " all days but the last two, a tick closing each week; these come one by one, in two rounds over all"
                    + " keys, so that each is read from RocksDB and written back. Each closed day is scored, and each tick"
                    + " plans: 28 forecasts, stock targets, suggestions; nothing is sent on.",
            "It runs in one process with two tasks, 512 MiB of heap and 256 MiB of managed memory, and prints bytes of state"
                    + " per key (names and contents of its pieces), of RocksDB's files, of the heap and of the process, and"
                    + " values per second of the process's CPU time. The state is that of an ordinary shop after so many days: a week as"
                    + " its only season, no purchases on their way, no calendar, one account per symbol.",
            "Tells how keys are stored after their last day: as their values while it is not settled what they are like, as"
                    + " counts where they are taken for intermittent, which all of them are, or as smooth ones.",
            "Fails where a key takes more than 512 bytes after any day, and where the process has ever had 2,000,000,000"
                    + " bytes or more resident, as Linux counts them; elsewhere that cannot be told, and it fails, too."
        })
public final class BenchKeysCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--keys", paramLabel = "N", description = "How many (default: 1000000).")
    private long keys = 1_000_000;

    @Option(names = "--values", paramLabel = "N", description = "Days per key (default: 30).")
    private int values = 30;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (keys < 1 || values < 3) {
            throw new CommandFailed(
                    "--keys is " + keys + " and --values " + values + ": give at least 1 key and 3 values");
        }
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-bench-keys-")) {
            Path directory = temporary.path();
            return measure(directory);
        }
    }

    private int measure(Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyKeys.class.getName(),
                        Long.toString(keys),
                        Integer.toString(values),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        PrintWriter print = spec.commandLine().getOut();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                print.println(line);
                print.flush();
                last = line;
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new CommandFailed("the bench's process ended with status " + status + "; it told why above");
            }
            return KeyLimits.isKept(last) ? 0 : 1;
        } finally {
            process.destroy();
        }
    }
}
