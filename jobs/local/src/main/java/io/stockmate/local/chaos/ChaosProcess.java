package io.stockmate.local.chaos;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link ChaosPlatform} in a process of its own. Closing kills it where it still runs. */
final class ChaosProcess implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(120);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(15);
    private static final long LOOK_AGAIN_MS = 100;

    private final Process process;
    private final Path complaints;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private volatile long faults;
    private volatile boolean killed;

    private ChaosProcess(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
    }

    /** @param arguments of {@link ChaosPlatform} behind the directory */
    static ChaosProcess start(DataDirectory data, List<String> arguments) throws IOException {
        Files.createDirectories(data.root());
        Path complaints = data.root().resolve("process.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.time=ALL-UNNAMED",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dstockmate.log=" + data.log(),
                "-Dlog4j2.configurationFile=log4j2-platform.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosPlatform.class.getName(),
                data.root().toString());
        builder.command().addAll(arguments);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()));
        ChaosProcess started = new ChaosProcess(builder.start(), complaints);
        Thread listener = new Thread(started::listen, "chaos");
        listener.setDaemon(true);
        listener.start();
        return started;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ChaosPlatform.FAULTS)) {
                    faults = Long.parseLong(line.substring(ChaosPlatform.FAULTS.length()));
                } else {
                    said.add(line);
                }
            }
        } catch (IOException failure) {
            if (!killed) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Returns when its jobs read. */
    ChaosLife awaitReady() throws IOException, InterruptedException {
        String[] times = await(ChaosPlatform.READY)
                .substring(ChaosPlatform.READY.length())
                .split(" ", -1);
        return ChaosLife.begun(Long.parseLong(times[0]), Long.parseLong(times[1]));
    }

    /** Returns when the fault is over. */
    void make(ChaosFault fault, long lastsMs) throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).append(fault.title() + " " + lastsMs + "\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
        await(ChaosPlatform.DONE);
    }

    private String await(String beginning) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            String answer = said.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            if (answer == null) {
                requireAlive();
            } else if (answer.startsWith(beginning)) {
                return answer;
            }
        }
        throw new CommandFailed(
                "the platform did not say '" + beginning.strip() + "' within " + ANSWERS_WITHIN.toSeconds() + " s");
    }

    /** How many requests and files failed on purpose, as far as it was told. */
    long faults() {
        return faults;
    }

    /** Returns when it is dead. */
    void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly().waitFor();
    }

    /** Lets it work off what there is, and end in order. */
    void end() throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new CommandFailed(
                    "the platform did not end within " + ENDS_WITHIN.toMinutes() + " min" + complaints());
        }
        if (process.exitValue() != 0) {
            throw new CommandFailed("the platform ended with status " + process.exitValue() + complaints());
        }
    }

    /** @throws CommandFailed where it has ended by itself */
    void requireAlive() throws IOException {
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
