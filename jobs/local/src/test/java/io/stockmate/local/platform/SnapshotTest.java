package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.local.CommandFailed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private static final String JOB = "matching";

    @TempDir
    private Path directory;

    private DataDirectory data;

    @BeforeEach
    void open() {
        data = DataDirectory.of(directory);
    }

    @Test
    void aJobGoesOnFromItsNewestCheckpoint() throws IOException {
        checkpoint(9, whole(9));
        checkpoint(10, whole(10));
        assertThat(Snapshot.newest(data, JOB)).map(Snapshot::number).hasValue(10L);
    }

    @Test
    void whatBreaksOffIsPassedOverAndSetAside() throws IOException {
        checkpoint(9, whole(9));
        Path torn = checkpoint(10, Arrays.copyOf(whole(10), 7));
        Path empty = checkpoint(11, new byte[0]);
        assertThat(Snapshot.newest(data, JOB)).map(Snapshot::number).hasValue(9L);
        Snapshot.setTornCheckpointsAside(data, JOB);
        assertThat(torn.resolve("_metadata")).doesNotExist();
        assertThat(torn.resolve("_metadata.torn")).exists();
        assertThat(empty.resolve("_metadata")).doesNotExist();
        assertThat(Snapshot.newest(data, JOB)).map(Snapshot::number).hasValue(9L);
    }

    @Test
    void whereNothingElseIsThereATornCheckpointIsRefusedAndStays() throws IOException {
        Path torn = checkpoint(10, Arrays.copyOf(whole(10), 7));
        Snapshot.setTornCheckpointsAside(data, JOB);
        assertThatThrownBy(() -> Snapshot.newest(data, JOB))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining(torn.toString())
                .hasMessageContaining("restore it from a copy");
    }

    @Test
    void aSavepointOfLongAgoIsNoReasonToPassOverATornCheckpoint() throws IOException {
        write(data.savepoints(JOB).resolve("savepoint-1"), whole(5));
        Path torn = checkpoint(9_000, Arrays.copyOf(whole(9_000), 7));
        Snapshot.setTornCheckpointsAside(data, JOB);
        assertThatThrownBy(() -> Snapshot.newest(data, JOB))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining(torn.toString());
    }

    @Test
    void whatIsDamagedInAnotherWayIsRefused() throws IOException {
        checkpoint(9, whole(9));
        byte[] damaged = whole(10);
        damaged[0]++;
        Path other = checkpoint(10, damaged);
        assertThatThrownBy(() -> Snapshot.newest(data, JOB))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining(other.toString());
    }

    @Test
    void aDamagedSavepointIsRefusedAlsoWhereACheckpointIsThere() throws IOException {
        checkpoint(9, whole(9));
        Path savepoint = data.savepoints(JOB).resolve("savepoint-1");
        write(savepoint, Arrays.copyOf(whole(10), 7));
        assertThatThrownBy(() -> Snapshot.newest(data, JOB))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining(savepoint.toString());
    }

    private Path checkpoint(long number, byte[] metadata) throws IOException {
        return write(data.checkpoints(JOB).resolve("job").resolve("chk-" + number), metadata);
    }

    private static Path write(Path snapshot, byte[] metadata) throws IOException {
        Files.createDirectories(snapshot);
        Files.write(snapshot.resolve("_metadata"), metadata);
        return snapshot;
    }

    private static byte[] whole(long number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Checkpoints.storeCheckpointMetadata(
                new CheckpointMetadata(number, List.of(), List.of()), new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
