package io.stockmate.local.exactness;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link LoggedPlatform} in a process of its own. Closing kills it where it still runs. */
final class PlatformProcess implements AutoCloseable {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);

    private final Process process;
    private final Path complaints;

    private PlatformProcess(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    /** @param recordsPerRequest which each shard gives at a time: slows the source down */
    static PlatformProcess start(
            Program program,
            DataDirectory data,
            Variant variant,
            long recordsPerRequest,
            FaultShare faults,
            Progress progress)
            throws IOException {
        Path complaints = data.root().resolve("process.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        // It lives for seconds: the second compiler would only compete with it.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.time=ALL-UNNAMED",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dstockmate.log=" + data.log(),
                        "-Dlog4j2.configurationFile=log4j2-platform.xml",
                        "-cp",
                        program.classPath(),
                        LoggedPlatform.class.getName(),
                        data.root().toString(),
                        Integer.toString(variant.parallelism()),
                        variant.state().name(),
                        Long.toString(recordsPerRequest),
                        Double.toString(faults.share()),
                        Long.toString(faults.seed()),
                        Boolean.toString(program.books())))
                .redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()))
                .start();
        Thread listener = new Thread(() -> listen(process, progress), "progress");
        listener.setDaemon(true);
        listener.start();
        return new PlatformProcess(process, complaints);
    }

    private static void listen(Process process, Progress progress) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                long number = Long.parseLong(line.substring(space + 1));
                if (line.startsWith(LoggedPlatform.FAULTS)) {
                    progress.failed(number);
                } else {
                    progress.answered(line.substring(0, space), number);
                }
            }
        } catch (IOException failure) {
            if (process.isAlive()) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Returns when it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it end in order. */
    void end() throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new CommandFailed("the platform did not end within " + ENDS_WITHIN.toSeconds() + " s" + said());
        }
        if (process.exitValue() != 0) {
            throw new CommandFailed("the platform ended with status " + process.exitValue() + said());
        }
    }

    /** @throws CommandFailed where it has ended by itself */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new CommandFailed("the platform ended by itself with status " + process.exitValue() + said());
        }
    }

    private String said() throws IOException {
        return ": " + Files.readString(complaints);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
        }
    }
}
