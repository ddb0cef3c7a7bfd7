package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLogTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("frames.log");
    }

    private static FrameBatch batch(String... payloads) {
        FrameBatch batch = new FrameBatch(16);
        for (String payload : payloads) {
            batch.add(payload.getBytes(StandardCharsets.UTF_8));
        }
        return batch;
    }

    /** What the file holds when it is opened. */
    private List<String> frames() throws IOException {
        List<String> frames = new ArrayList<>();
        FrameLog.open(file(), false, (offset, payload) -> frames.add(text(payload)))
                .close();
        return frames;
    }

    private static String text(ByteBuffer payload) {
        return StandardCharsets.UTF_8.decode(payload).toString();
    }

    private void write(FrameBatch... batches) throws IOException {
        try (FrameLog log = FrameLog.open(file(), true, (offset, payload) -> {})) {
            for (FrameBatch batch : batches) {
                log.append(batch);
            }
        }
    }

    @Test
    void framesComeBackInOrder() throws IOException {
        write(batch("one", "two"), batch("three"));
        assertThat(frames()).containsExactly("one", "two", "three");
    }

    @Test
    void tailTornAnywhereIsCutOff() throws IOException {
        write(batch("first"));
        int whole = (int) Files.size(file());
        write(batch("the second, which is torn"));
        byte[] bytes = Files.readAllBytes(file());
        for (int length = whole; length < bytes.length; length++) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertThat(frames()).as("%d bytes", length).containsExactly("first");
            assertThat(file()).hasSize(whole);
            write(batch("third"));
            assertThat(frames()).containsExactly("first", "third");
        }
    }

    @Test
    void zerosAtTheEndAreATornTail() throws IOException {
        write(batch("first"));
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length + 4096));
        assertThat(frames()).containsExactly("first");
    }

    @Test
    void damageBeforeAWholeFrameIsRefused() throws IOException {
        write(batch("first"));
        long damage = Files.size(file());
        write(batch("second"), batch("third"));
        byte[] bytes = Files.readAllBytes(file());
        bytes[(int) damage + FrameBatch.HEADER_BYTES] ^= 1;
        Files.write(file(), bytes);

        assertThatThrownBy(this::frames)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged at byte " + damage);
        assertThat(file()).hasBinaryContent(bytes);
    }

    @Test
    void moreThanOneBatchOfGarbageIsRefused() throws IOException {
        write(batch("first"));
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length + FrameLog.BATCH_BYTES_MAX + 1));
        assertThatThrownBy(this::frames).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    void readerCrossesItsChunksWithFramesOfEverySize() throws IOException {
        List<String> written = new ArrayList<>();
        for (int length : new int[] {1, 262_135, 262_136, 262_137, 7, 3_000_000, 262_144, 1, 100_000, 200_000}) {
            written.add("x".repeat(length));
        }
        write(batch(written.toArray(String[]::new)));
        assertThat(frames()).isEqualTo(written);

        try (FrameLog log = FrameLog.open(file(), false, (offset, payload) -> {})) {
            FrameReader reader = log.readFrom(0);
            for (String frame : written) {
                assertThat(text(log.next(reader))).isEqualTo(frame);
            }
            assertThat(reader.offset()).isEqualTo(log.end());
            assertThatThrownBy(() -> log.next(reader)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void tooLargeABatchIsRefusedAndHarmsNothing() throws IOException {
        try (FrameLog log = FrameLog.open(file(), false, (offset, payload) -> {})) {
            log.append(batch("first"));
            String half = "x".repeat(FrameLog.BATCH_BYTES_MAX / 2 - 4);
            assertThatThrownBy(() -> log.append(batch(half, half))).isInstanceOf(IOException.class);
            log.append(batch("second"));
        }
        assertThat(frames()).containsExactly("first", "second");
    }
}
