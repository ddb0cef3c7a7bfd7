package io.stockmate.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that a directory's {@code postmaster.pid} names, if it is one: a number alone may belong to
 * another process by now, which is none of our business.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final String FILE = "postmaster.pid";
    private static final Path PROCESSES = Path.of("/proc");
    private static final long LOOK_AGAIN_MS = 20;

    private final ProcessHandle process;

    private Postmaster(ProcessHandle process) {
        this.process = process;
    }

    /** The one that serves a directory. */
    static Optional<Postmaster> of(Path directory) throws IOException {
        return ProcessHandle.of(pid(directory))
                .filter(process -> process.isAlive()
                        && serves(PROCESSES, process.pid(), directory).orElse(false))
                .map(Postmaster::new);
    }

    /**
     * Removes the file where its number belongs to a living process of others, which would keep a server from starting.
     * Where that cannot be told it stays, and Postgres decides: without it a second server could start on the same
     * files.
     */
    static void forgetStranger(Path directory) throws IOException {
        forgetStranger(directory, PROCESSES);
    }

    static void forgetStranger(Path directory, Path processes) throws IOException {
        long pid = pid(directory);
        boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        if (alive && !serves(processes, pid, directory).orElse(true)) {
            Files.deleteIfExists(directory.resolve(FILE));
        }
    }

    private static long pid(Path directory) throws IOException {
        try {
            return Files.readString(directory.resolve(FILE))
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .orElse(-1L);
        } catch (NoSuchFileException none) {
            return -1;
        }
    }

    /** A server works in its directory. Empty where it cannot be told. */
    private static Optional<Boolean> serves(Path processes, long pid, Path directory) {
        Path facts = processes.resolve(Long.toString(pid));
        try {
            return Optional.of(Files.readString(facts.resolve("comm")).strip().equals("postgres")
                    && facts.resolve("cwd").toRealPath().equals(directory.toRealPath()));
        } catch (IOException unknown) {
            LOG.debug("what process {} does cannot be told", pid, unknown);
            return Optional.empty();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end as soon as nobody is connected, and ends it for good if it does not. */
    void end(Duration patience) throws IOException {
        process.destroy();
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /** As a crash would: kill -9. */
    void kill() throws IOException {
        process.destroyForcibly();
        if (!awaitEnd(Duration.ofSeconds(10))) {
            throw new IOException("process " + process.pid() + " does not end: end it, then start again");
        }
    }

    /**
     * Sends a signal, by its name without SIG, to the server and all processes of its connections; of these some may
     * have ended meanwhile.
     */
    void signal(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(pid())));
        process.descendants().forEach(connection -> command.add(Long.toString(connection.pid())));
        Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(kill) != 0 && process.isAlive()) {
            throw new IOException("signal " + name + " did not reach process " + pid() + ": " + said.strip());
        }
    }

    private static int await(Process kill) throws IOException {
        try {
            return kill.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a signal was sent", interrupted);
        }
    }

    private boolean awaitEnd(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (process.isAlive() && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_AGAIN_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while process " + process.pid() + " was ending", interrupted);
        }
        return !process.isAlive();
    }
}
