package io.stockmate.core.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fuzzes the targets of a module with Jazzer, guided by coverage, each in a process of its own, one after another. What
 * it finds that is new, and what crashed, stays in the directory {@code TARGET/corpus} and {@code TARGET/crashes}.
 */
public final class FuzzRun {
    private static final String HEAP = "-Xmx512m";
    private static final int CRASHES_MAX = 50;

    /** An input that takes as long never ends: on a busy machine the first ones take seconds. */
    private static final int HANGS_SECONDS = 60;

    private final FuzzTargets targets;
    private final long inputsPerWeight;
    private final Path directory;

    /** @param directory for what is found; lives on from run to run */
    public FuzzRun(FuzzTargets targets, long inputsPerWeight, Path directory) {
        this.targets = targets;
        this.inputsPerWeight = inputsPerWeight;
        this.directory = directory.toAbsolutePath();
    }

    /** What became of one target. */
    record Result(String target, long inputs, long crashes, double slowestMillis) {
        /** One line; {@link #parsed} reads it. */
        String line() {
            return "target=" + target + " inputs=" + inputs + " crashes=" + crashes + " slowest_ms=" + slowestMillis;
        }

        static Result parsed(String line) {
            String[] values =
                    Stream.of(line.split(" ")).map(pair -> pair.split("=")[1]).toArray(String[]::new);
            return new Result(
                    values[0], Long.parseLong(values[1]), Long.parseLong(values[2]), Double.parseDouble(values[3]));
        }

        static Result sum(Collection<Result> all) {
            return new Result(
                    "all",
                    all.stream().mapToLong(Result::inputs).sum(),
                    all.stream().mapToLong(Result::crashes).sum(),
                    all.stream().mapToDouble(Result::slowestMillis).max().orElse(0));
        }
    }

    /**
     * Prints a line for each target, then one over all that this directory's file {@code results} tells of.
     *
     * @param only names of targets; all where empty
     * @return how many inputs crashed
     */
    public long run(Collection<String> only) throws IOException, InterruptedException {
        Path results = directory.resolve("results");
        Files.createDirectories(directory);
        long crashes = 0;
        for (FuzzTarget target : targets.all()) {
            if (only.isEmpty() || only.contains(target.name())) {
                Result result = fuzz(target);
                crashes += result.crashes();
                System.out.println(result.line());
                Files.writeString(results, result.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
        if (Files.exists(results)) {
            List<Result> all =
                    Files.readAllLines(results).stream().map(Result::parsed).toList();
            System.out.println(Result.sum(all).line());
        }
        return crashes;
    }

    private Result fuzz(FuzzTarget target) throws IOException, InterruptedException {
        Path own = directory.resolve(target.name());
        Path crashes = Files.createDirectories(own.resolve("crashes"));
        Path corpus = Files.createDirectories(own.resolve("corpus"));
        Path seeds = Files.createDirectories(own.resolve("seeds"));
        int number = 0;
        for (byte[] seed : Corpus.of(target)) {
            Files.write(seeds.resolve(Integer.toString(number++)), seed);
        }
        Path dictionary = Files.write(own.resolve("dictionary"), Dictionary.file());
        Path told = own.resolve("result");
        Files.deleteIfExists(told);
        long before = count(crashes);
        long inputs = inputsPerWeight * target.weight();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--target_args=" + targets.getClass().getName() + " " + target.name() + " " + told,
                "--instrumentation_includes=io.stockmate.**:com.fasterxml.jackson.core.**",
                "--instrumentation_excludes=io.stockmate.core.fuzz.**",
                "--keep_going=" + CRASHES_MAX,
                "--reproducer_path=" + crashes,
                "-artifact_prefix=" + crashes + "/",
                "-dict=" + dictionary,
                "-max_len=" + TimedDecoding.INPUT_BYTES_MAX,
                "-rss_limit_mb=0",
                "-timeout=" + HANGS_SECONDS,
                "-runs=" + inputs,
                corpus.toString(),
                seeds.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("log").toFile())
                .start();
        process.waitFor();
        if (!Files.exists(told)) {
            System.err.println("fuzzing " + target.name() + " ended too early: see " + own.resolve("log"));
            return new Result(target.name(), 0, Math.max(1, count(crashes) - before), 0);
        }
        String[] values = Files.readString(told).split(" ");
        return new Result(
                target.name(), Long.parseLong(values[0]), count(crashes) - before, Double.parseDouble(values[1]));
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
                    .count();
        }
    }
}
