package io.stockmate.benchmarks.recovery;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@link BusyWorker} that was killed in the middle of commands: no code of its own ran at its end.
 *
 * @param bytes that its checkpoints wrote, in order
 * @param atNs when, by System.nanoTime()
 */
record KilledWorker(List<Long> bytes, long atNs) {
    private static final String LOG = "worker.log";

    /** Starts one, waits until it is in the middle, and kills it. */
    static KilledWorker run(RecoverySizes sizes, long seed, Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(sizes, seed, directory))
                .redirectError(directory.resolve(LOG).toFile())
                .start();
        List<Long> bytes = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals(BusyWorker.MIDDLE)) {
                if (line.startsWith(BusyWorker.BYTES)) {
                    bytes.add(Long.parseLong(line, BusyWorker.BYTES.length(), line.length(), 10));
                }
                line = lines.readLine();
            }
            if (line == null) {
                throw new IOException("the worker ended by itself after " + bytes.size() + " checkpoints:\n"
                        + Files.readString(directory.resolve(LOG)));
            }
            long atNs = System.nanoTime();
            process.destroyForcibly().waitFor();
            return new KilledWorker(List.copyOf(bytes), atNs);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(RecoverySizes sizes, long seed, Path directory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            // What watches this process would watch the other one into the same files.
            if (!argument.startsWith("-javaagent") && !argument.startsWith("-agent")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BusyWorker.class.getName()));
        command.addAll(List.of(
                Integer.toString(sizes.symbols()),
                Integer.toString(sizes.ordersPerBook()),
                Integer.toString(sizes.changedBooks()),
                Integer.toString(sizes.checkpoints()),
                Long.toString(seed),
                directory.toString()));
        return command;
    }

    /** The last checkpoint that completed: of one that did not, the file of its metadata is missing. */
    static String lastCheckpoint(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(RecoveryCluster.checkpoints(directory), 2)) {
            return files.filter(path -> new File(path.toFile(), "_metadata").exists())
                    .max(Comparator.comparingLong(KilledWorker::number))
                    .orElseThrow(() -> new IOException("no checkpoint completed in " + directory))
                    .toString();
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
    }
}
