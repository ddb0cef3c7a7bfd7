package io.stockmate.local.platform;

import io.stockmate.local.CommandFailed;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;

/**
 * A complete checkpoint or savepoint of a job.
 *
 * @param directory holds {@code _metadata}, which a snapshot gets when it is complete
 * @param number grows from checkpoint to checkpoint, also over restarts
 */
record NewestSnapshot(Path directory, long number) {
    private static final String METADATA = "_metadata";
    private static final int DEPTH = 2;

    /** The one from which a job goes on, if it ever completed one. */
    static Optional<NewestSnapshot> of(DataDirectory data, String job) throws IOException {
        try (Stream<Path> checkpoints = complete(data.checkpoints(job));
                Stream<Path> savepoints = complete(data.savepoints(job))) {
            return Stream.concat(checkpoints, savepoints)
                    .map(NewestSnapshot::read)
                    .max(Comparator.comparingLong(NewestSnapshot::number));
        }
    }

    private static Stream<Path> complete(Path root) throws IOException {
        if (Files.notExists(root)) {
            return Stream.empty();
        }
        return Files.find(root, DEPTH, (path, attributes) -> Files.isRegularFile(path.resolve(METADATA)));
    }

    private static NewestSnapshot read(Path directory) {
        Path metadata = directory.resolve(METADATA);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            long number = Checkpoints.loadCheckpointMetadata(
                            in, NewestSnapshot.class.getClassLoader(), metadata.toString())
                    .getCheckpointId();
            return new NewestSnapshot(directory, number);
        } catch (IOException failure) {
            throw new CommandFailed(
                    "the snapshot " + directory + " cannot be read (" + failure.getMessage()
                            + "): restore it from a copy, or start with an empty --data-dir",
                    failure);
        }
    }
}
