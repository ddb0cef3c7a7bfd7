package io.stockmate.local.command;

import io.stockmate.benchmarks.keys.ManyKeys;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.Directories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what forecasters of very many keys take. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Forecasts very many keys of intermittent demand in one process with RocksDB, 512 MiB of heap and"
                + " 256 MiB of managed memory, and prints its memory, bytes of state and speed.")
public final class BenchKeysCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Option(names = "--keys", paramLabel = "N", description = "How many (default: 1000000).")
    private long keys = 1_000_000;

    @Option(names = "--values", paramLabel = "N", description = "Per key, the last two one by one (default: 30).")
    private int values = 30;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (keys < 1 || values < 3) {
            throw new CommandFailed(
                    "--keys is " + keys + " and --values " + values + ": give at least 1 key and 3 values");
        }
        Path directory = Files.createTempDirectory("stockmate-bench-keys-");
        try {
            return measure(directory);
        } finally {
            Directories.remove(directory);
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
            lines.lines().forEach(line -> {
                print.println(line);
                print.flush();
            });
            int status = process.waitFor();
            if (status != 0) {
                throw new CommandFailed("the bench's process ended with status " + status + "; it told why above");
            }
            return 0;
        } finally {
            process.destroy();
        }
    }
}
