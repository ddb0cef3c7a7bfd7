package io.stockmate.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyFileSystemTest {
    private static final byte[] TEXT = "a market you can rewind".getBytes(StandardCharsets.UTF_8);
    private static final long LONG_MS = 60_000;

    @TempDir
    private java.nio.file.Path directory;

    private FileSystem files;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        file = new Path(FaultyFileSystem.address(directory.resolve("file").toUri()));
        files = file.getFileSystem();
    }

    @AfterEach
    void mend() {
        FaultyStorage.fail(0);
        FaultyStorage.stall(0);
    }

    @Test
    void flinkFindsItByItsAddressAndItWritesTheSameFiles() throws IOException {
        try (FSDataOutputStream out = files.create(file, WriteMode.NO_OVERWRITE)) {
            out.write(TEXT);
        }
        assertThat(directory.resolve("file")).hasBinaryContent(TEXT);
        assertThat(files.getFileStatus(file).getLen()).isEqualTo(TEXT.length);
    }

    @Test
    void whileStorageFailsNothingIsOpenedCompletedOrBroughtToLight() throws IOException {
        RecoverableWriter writer = files.createRecoverableWriter();
        RecoverableFsDataOutputStream out = writer.open(file);
        out.write(TEXT);
        FaultyStorage.fail(LONG_MS);
        assertThatThrownBy(() -> writer.open(new Path(file.getParent(), "other")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.create(file, WriteMode.OVERWRITE)).isInstanceOf(IOException.class);
        assertThatThrownBy(out::closeForCommit).isInstanceOf(IOException.class);
        FaultyStorage.fail(0);
        RecoverableFsDataOutputStream.Committer commit = out.closeForCommit();
        FaultyStorage.fail(LONG_MS);
        assertThatThrownBy(commit::commit).isInstanceOf(IOException.class);
        assertThat(directory.resolve("file")).doesNotExist();
        FaultyStorage.fail(0);
        commit.commit();
        assertThat(directory.resolve("file")).hasBinaryContent(TEXT);
    }

    @Test
    void whileStorageStallsItWaits() throws Exception {
        long before = FaultyStorage.struck();
        FaultyStorage.stall(LONG_MS);
        Thread writing = new Thread(() -> {
            try (FSDataOutputStream out = files.create(file, WriteMode.NO_OVERWRITE)) {
                out.write(TEXT);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
        writing.start();
        while (FaultyStorage.struck() == before) {
            Thread.onSpinWait();
        }
        assertThat(Files.exists(directory.resolve("file"))).isFalse();
        FaultyStorage.stall(0);
        writing.join();
        assertThat(directory.resolve("file")).hasBinaryContent(TEXT);
    }
}
