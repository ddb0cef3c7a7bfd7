package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProducerTest {
    @Test
    void submitsEachLineUnderItsSymbol(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(
                dir.resolve("orders.jsonl"),
                """
                {"type":"NewOrder","symbol":"AMZN"}

                no JSON
                {"symbol":"CSCO","account":"A"}\r
                   \t
                {"type":"Tick","symbol":7}""");
        try (FileProducer producer = FileProducer.open(file, 1_000)) {
            assertThat(texts(all(producer)))
                    .containsExactly(
                            "AMZN {\"type\":\"NewOrder\",\"symbol\":\"AMZN\"}",
                            "- no JSON",
                            "CSCO {\"symbol\":\"CSCO\",\"account\":\"A\"}",
                            "- {\"type\":\"Tick\",\"symbol\":7}");
        }
    }

    @Test
    void keepsBytesAsTheyAre() {
        byte[] bytes = {(byte) 0xFF, 0, (byte) 0xC3, 1};
        FileProducer producer = new FileProducer(new ByteArrayInputStream(bytes), 1_000);

        Submission only = all(producer).get(0);
        assertThat(((Submission.OfBytes) only).bytes()).isEqualTo(bytes);
    }

    @Test
    void keepsToItsRate() {
        FileProducer producer = of("1\n2\n3\n4\n5\n6\n");

        assertThat(producer.step(0)).isEmpty();
        assertThat(producer.step(200)).hasSize(2);
        assertThat(producer.step(300)).hasSize(1);
        assertThat(producer.isFinished()).isFalse();
        assertThat(producer.step(1_000)).hasSize(3);
        assertThat(producer.isFinished()).isTrue();
    }

    @Test
    void skipsALineThatKinesisWouldNotTake() {
        FileProducer producer = of("a\n" + "x".repeat(FileProducer.LINE_BYTES_MAX + 1) + "\nb\n");

        assertThat(texts(all(producer))).containsExactly("- a", "- b");
        assertThat(producer.skipped()).isEqualTo(1);
    }

    @Test
    void anEmptyFileIsFinishedAtOnce() {
        FileProducer producer = of("");

        assertThat(all(producer)).isEmpty();
        assertThat(producer.isFinished()).isTrue();
    }

    @Test
    void whatWasReadBeforeAFailureIsNotLost() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        FileProducer producer = new FileProducer(
                new SequenceInputStream(new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8)), broken),
                1_000);
        producer.step(0);

        assertThat(texts(producer.step(1_000))).containsExactly("- a");
        assertThatThrownBy(() -> producer.step(2_000))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 2");
    }

    private static FileProducer of(String text) {
        return new FileProducer(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10);
    }

    private static List<Submission> all(FileProducer producer) {
        List<Submission> all = new ArrayList<>();
        for (long time = 0; !producer.isFinished(); time += 1_000) {
            all.addAll(producer.step(time));
        }
        return all;
    }

    private static List<String> texts(List<Submission> submissions) {
        return submissions.stream()
                .map(submission -> submission.partitionKey() + " "
                        + new String(((Submission.OfBytes) submission).bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
