package io.stockmate.local.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.stockmate.local.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a platform can be reached: what {@code platform.json} in its data directory says while it runs.
 *
 * @param pid the process that runs it
 * @param startedAt when that process started, epoch milliseconds UTC: numbers of processes are used again
 * @param postgres null where it runs without books
 * @param speed how many times as fast as real time the records' time runs
 */
public record RunningPlatform(
        long pid, long startedAt, URI webUi, URI kinesis, URI firehose, @Nullable URI postgres, long speed) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The platform that runs on a directory, if one does; what a killed one left behind does not count. */
    public static Optional<RunningPlatform> find(DataDirectory data) {
        try {
            RunningPlatform found = JSON.readValue(Files.readAllBytes(data.platform()), RunningPlatform.class);
            return ProcessHandle.of(found.pid())
                    .filter(process -> process.isAlive() && startOf(process) == found.startedAt())
                    .map(alive -> found);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new CommandFailed(data.platform() + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** What this process is to announce. */
    static RunningPlatform here(URI webUi, URI kinesis, URI firehose, @Nullable URI postgres, long speed) {
        ProcessHandle process = ProcessHandle.current();
        return new RunningPlatform(process.pid(), startOf(process), webUi, kinesis, firehose, postgres, speed);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** @throws CommandFailed where none runs */
    public static RunningPlatform require(DataDirectory data) {
        return find(data)
                .orElseThrow(() -> new CommandFailed("no platform runs on " + data.root()
                        + ": start one with 'stockmate run', or name its directory with --data-dir"));
    }

    void announce(DataDirectory data) throws IOException {
        Path draft = data.platform().resolveSibling("platform.json.draft");
        Files.write(draft, JSON.writeValueAsBytes(this));
        Files.move(draft, data.platform(), StandardCopyOption.ATOMIC_MOVE);
    }

    static void withdraw(DataDirectory data) throws IOException {
        Files.deleteIfExists(data.platform());
    }
}
