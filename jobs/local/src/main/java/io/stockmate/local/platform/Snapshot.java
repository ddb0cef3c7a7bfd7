package io.stockmate.local.platform;

import io.stockmate.local.CommandFailed;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.core.execution.RestoreMode;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A complete checkpoint or savepoint of a job.
 *
 * @param directory holds {@code _metadata}, which a snapshot gets when it is complete
 * @param number grows from snapshot to snapshot, also over restarts
 */
record Snapshot(Path directory, long number, boolean isSavepoint) {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
    private static final String METADATA = "_metadata";
    private static final int DEPTH = 2;
    private static final int LOOKS_MAX = 10;

    /**
     * The one from which a job goes on, if it ever completed one. A checkpoint that breaks off is passed over where the
     * one before it is there: a job keeps that until the newer is written, so what breaks off never was complete, and
     * nothing rests on it.
     *
     * @throws CommandFailed where another one cannot be read: what rests on it would be done twice
     */
    static Optional<Snapshot> newest(DataDirectory data, String job) throws IOException {
        List<Torn> torn = new ArrayList<>();
        List<Snapshot> checkpoints = checkpoints(data, job, torn);
        Optional<Snapshot> newest = Stream.concat(checkpoints.stream(), savepoints(data, job).stream())
                .max(Comparator.comparingLong(Snapshot::number));
        for (Torn checkpoint : torn) {
            if (!checkpoint.breaksOffBehind(checkpoints)) {
                throw checkpoint.refusal();
            }
            LOG.warn(
                    "{} goes on from {}: {} breaks off",
                    job,
                    newest.map(Snapshot::directory).orElse(null),
                    checkpoint.directory(),
                    checkpoint.problem());
        }
        return newest;
    }

    /**
     * Takes checkpoints that break off out of the way: a job that goes on from the one before writes others of their
     * numbers.
     */
    static void setTornCheckpointsAside(DataDirectory data, String job) throws IOException {
        List<Torn> torn = new ArrayList<>();
        List<Snapshot> checkpoints = checkpoints(data, job, torn);
        for (Torn checkpoint : torn) {
            if (checkpoint.breaksOffBehind(checkpoints)) {
                Path metadata = checkpoint.directory().resolve(METADATA);
                Files.move(metadata, metadata.resolveSibling(METADATA + ".torn"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Removes the savepoints that a newer snapshot has taken the place of; checkpoints are removed by Flink. */
    static void removeOutdatedSavepoints(DataDirectory data, String job) throws IOException {
        Optional<Snapshot> newest = newest(data, job);
        for (Snapshot savepoint : savepoints(data, job)) {
            if (savepoint.number() < newest.orElseThrow().number()) {
                Directories.remove(savepoint.directory());
            }
        }
    }

    /**
     * Restores a job from it. Checkpoints are claimed: they become the job's own, later ones build on their files, and
     * they go when they are no longer needed. A savepoint is left alone, since Flink 1.20 cannot restore an incremental
     * checkpoint that builds on a claimed savepoint's files.
     */
    void restore(JobGraph job) {
        job.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(
                directory.toUri().toString(), false, isSavepoint ? RestoreMode.NO_CLAIM : RestoreMode.CLAIM));
    }

    private static List<Snapshot> checkpoints(DataDirectory data, String job, List<Torn> torn) throws IOException {
        return complete(data.checkpoints(job), false, torn);
    }

    private static List<Snapshot> savepoints(DataDirectory data, String job) throws IOException {
        List<Torn> torn = new ArrayList<>();
        List<Snapshot> savepoints = complete(data.savepoints(job), true, torn);
        if (!torn.isEmpty()) {
            throw torn.get(0).refusal();
        }
        return savepoints;
    }

    /**
     * Flink removes checkpoints that it needs no more in its own time: what vanishes while this looks is passed over.
     */
    private static List<Snapshot> complete(Path root, boolean isSavepoint, List<Torn> torn) throws IOException {
        for (int look = 1; ; look++) {
            torn.clear();
            if (Files.notExists(root)) {
                return List.of();
            }
            try (Stream<Path> complete =
                    Files.find(root, DEPTH, (path, attributes) -> Files.isRegularFile(path.resolve(METADATA)))) {
                return complete.flatMap(directory -> read(directory, isSavepoint, torn).stream())
                        .toList();
            } catch (UncheckedIOException vanished) {
                if (look == LOOKS_MAX || !(vanished.getCause() instanceof NoSuchFileException)) {
                    throw vanished.getCause();
                }
            }
        }
    }

    private static Optional<Snapshot> read(Path directory, boolean isSavepoint, List<Torn> torn) {
        Path metadata = directory.resolve(METADATA);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            long number = Checkpoints.loadCheckpointMetadata(in, Snapshot.class.getClassLoader(), metadata.toString())
                    .getCheckpointId();
            return Optional.of(new Snapshot(directory, number, isSavepoint));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        } catch (IOException | RuntimeException failure) {
            if (Files.exists(metadata)) {
                torn.add(new Torn(directory, failure));
            }
            // Else it was opened, and gone when Flink looked for the files beside it.
            return Optional.empty();
        }
    }

    private boolean isBeside(Path other) {
        return directory.resolveSibling(other.getFileName()).equals(other);
    }

    /** One whose metadata cannot be read. */
    private record Torn(Path directory, Exception problem) {
        /** Whether it ends too early, and the one before it is there. */
        boolean breaksOffBehind(List<Snapshot> checkpoints) {
            return ExceptionUtils.findThrowable(problem, EOFException.class).isPresent()
                    && checkpoints.stream().anyMatch(other -> other.isBeside(directory));
        }

        CommandFailed refusal() {
            return new CommandFailed(
                    "the snapshot " + directory + " cannot be read (" + problem.getMessage()
                            + "): restore it from a copy, or start with an empty --data-dir",
                    problem);
        }
    }
}
