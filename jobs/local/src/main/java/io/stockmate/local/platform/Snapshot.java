package io.stockmate.local.platform;

import io.stockmate.local.CommandFailed;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.core.execution.RestoreMode;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;

/**
 * A complete checkpoint or savepoint of a job.
 *
 * @param directory holds {@code _metadata}, which a snapshot gets when it is complete
 * @param number grows from snapshot to snapshot, also over restarts
 */
record Snapshot(Path directory, long number, boolean isSavepoint) {
    private static final String METADATA = "_metadata";
    private static final int DEPTH = 2;
    private static final int LOOKS_MAX = 10;

    /** The one from which a job goes on, if it ever completed one. */
    static Optional<Snapshot> newest(DataDirectory data, String job) throws IOException {
        return Stream.concat(checkpoints(data, job).stream(), savepoints(data, job).stream())
                .max(Comparator.comparingLong(Snapshot::number));
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

    private static List<Snapshot> checkpoints(DataDirectory data, String job) throws IOException {
        return complete(data.checkpoints(job), false);
    }

    private static List<Snapshot> savepoints(DataDirectory data, String job) throws IOException {
        return complete(data.savepoints(job), true);
    }

    /**
     * Flink removes checkpoints that it needs no more in its own time: what vanishes while this looks is passed over.
     */
    private static List<Snapshot> complete(Path root, boolean isSavepoint) throws IOException {
        for (int look = 1; ; look++) {
            if (Files.notExists(root)) {
                return List.of();
            }
            try (Stream<Path> complete =
                    Files.find(root, DEPTH, (path, attributes) -> Files.isRegularFile(path.resolve(METADATA)))) {
                return complete.flatMap(directory -> read(directory, isSavepoint).stream())
                        .toList();
            } catch (UncheckedIOException vanished) {
                if (look == LOOKS_MAX || !(vanished.getCause() instanceof NoSuchFileException)) {
                    throw vanished.getCause();
                }
            }
        }
    }

    private static Optional<Snapshot> read(Path directory, boolean isSavepoint) {
        Path metadata = directory.resolve(METADATA);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            long number = Checkpoints.loadCheckpointMetadata(in, Snapshot.class.getClassLoader(), metadata.toString())
                    .getCheckpointId();
            return Optional.of(new Snapshot(directory, number, isSavepoint));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        } catch (IOException failure) {
            if (Files.notExists(metadata)) {
                // Opened, but gone when Flink looked for the files beside it.
                return Optional.empty();
            }
            throw new CommandFailed(
                    "the snapshot " + directory + " cannot be read (" + failure.getMessage()
                            + "): restore it from a copy, or start with an empty --data-dir",
                    failure);
        }
    }
}
