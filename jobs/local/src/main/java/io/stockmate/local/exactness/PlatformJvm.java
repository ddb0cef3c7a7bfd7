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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program that runs a platform, in a Java of its own: told by lines, and telling by lines. Closing kills it. */
public final class PlatformJvm implements AutoCloseable {
    private final Process process;
    private final Path complaints;
    private volatile boolean killed;

    private PlatformJvm(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    /**
     * Starts it.
     *
     * @param heap as Java's option takes it: {@code 1g}
     * @param arguments of the program, behind the platform's directory
     * @param lines gets what it says, on a thread of its own
     */
    public static PlatformJvm start(
            Class<?> program,
            String classPath,
            String heap,
            DataDirectory data,
            List<String> arguments,
            Consumer<String> lines)
            throws IOException {
        Files.createDirectories(data.root());
        Path complaints = data.root().resolve("process.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
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
                classPath,
                program.getName(),
                data.root().toString()));
        command.addAll(arguments);
        PlatformJvm started = new PlatformJvm(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()))
                        .start(),
                complaints);
        Thread listener = new Thread(() -> started.listen(lines), "platform");
        listener.setDaemon(true);
        listener.start();
        return started;
    }

    private void listen(Consumer<String> each) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
        } catch (IOException failure) {
            if (!killed) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Says a line to it. */
    public void tell(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    /** Returns when it is dead. */
    public void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly().waitFor();
    }

    /** Ends its input, and lets it end in order. */
    public void end(Duration within) throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            throw new CommandFailed("the platform did not end within " + within.toSeconds() + " s" + complaints());
        }
        if (process.exitValue() != 0) {
            throw new CommandFailed("the platform ended with status " + process.exitValue() + complaints());
        }
    }

    /** @throws CommandFailed where it has ended by itself */
    public void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new CommandFailed("the platform ended by itself with status " + process.exitValue() + complaints());
        }
    }

    private String complaints() throws IOException {
        return ": " + Files.readString(complaints);
    }

    @Override
    public void close() {
        killed = true;
        process.destroyForcibly().onExit().join();
    }
}
