package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.readAll;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.texts;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** What stays over the end and the next start of an endpoint. */
class KinesisRestartTest {
    private static final String SHARD = "shardId-000000000000";

    private final AtomicLong time = new AtomicLong(1_700_000_000_000L);

    @TempDir
    Path directory;

    private interface Use {
        void with(KinesisEndpoint endpoint, KinesisClient client) throws IOException;
    }

    /** One life of the endpoint; the stream is there in each. */
    private void run(Use use) throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(
                        0, directory, KinesisSettings.defaults().withClock(time::get));
                KinesisClient client = client(endpoint.uri(), true)) {
            endpoint.createStream("commands", 1);
            use.with(endpoint, client);
        }
    }

    @Test
    void recordsAndSequenceNumbersStay() throws IOException {
        AtomicLong count = new AtomicLong();
        List<List<Record>> reads = new ArrayList<>();
        for (int life = 0; life < 3; life++) {
            run((endpoint, client) -> {
                assertThat(endpoint.recordCount("commands")).isEqualTo(count.get());
                put(client, "commands", "AMZN", "r" + count.getAndIncrement());
                reads.add(readShard(client, "commands", SHARD));
            });
        }
        assertThat(texts(reads.get(2))).containsExactly("r0", "r1", "r2");
        assertThat(reads.get(2)).startsWith(reads.get(1).toArray(Record[]::new));
        assertThat(reads.get(1)).startsWith(reads.get(0).toArray(Record[]::new));
        assertThat(reads.get(2)).extracting(Record::sequenceNumber).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void iteratorReadsOnAfterTheRestart() throws IOException {
        String[] iterator = new String[1];
        run((endpoint, client) -> {
            put(client, "commands", "AMZN", "r0");
            put(client, "commands", "AMZN", "r1");
            GetRecordsResponse first = client.getRecords(get ->
                    get.shardIterator(trimHorizon(client, "commands", SHARD)).limit(1));
            iterator[0] = first.nextShardIterator();
        });
        run((endpoint, client) ->
                assertThat(texts(readAll(client, iterator[0]))).containsExactly("r1"));
    }

    @Test
    void arrivalTimeNeverGoesBack() throws IOException {
        long start = time.get();
        run((endpoint, client) -> {
            put(client, "commands", "AMZN", "r0");
            time.addAndGet(500);
            put(client, "commands", "AMZN", "r1");
            time.addAndGet(-10_000);
            put(client, "commands", "AMZN", "r2");
        });
        time.addAndGet(-10_000);
        run((endpoint, client) -> {
            assertThat(endpoint.latestTime()).isEqualTo(start + 500);
            endpoint.createStream("another", 1);
            put(client, "another", "AMZN", "x");
            put(client, "commands", "AMZN", "r3");
            time.set(start + 700);
            put(client, "commands", "AMZN", "r4");

            assertThat(readShard(client, "another", SHARD))
                    .extracting(Record::approximateArrivalTimestamp)
                    .containsExactly(Instant.ofEpochMilli(start + 500));
            assertThat(readShard(client, "commands", SHARD))
                    .extracting(Record::approximateArrivalTimestamp)
                    .extracting(Instant::toEpochMilli)
                    .containsExactly(start, start + 500, start + 500, start + 500, start + 700);
        });
    }

    @Test
    void tornWriteIsCutOffAndOverwritten() throws IOException {
        String[] numbers = new String[3];
        run((endpoint, client) -> {
            numbers[0] = put(client, "commands", "AMZN", "r0");
            numbers[1] = put(client, "commands", "AMZN", "never acknowledged");
        });
        Path log = directory.resolve("commands").resolve(SHARD + ".log");
        byte[] bytes = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(bytes, bytes.length - 3));
        run((endpoint, client) -> {
            assertThat(texts(readShard(client, "commands", SHARD))).containsExactly("r0");
            numbers[2] = put(client, "commands", "AMZN", "r1");
        });
        run((endpoint, client) ->
                assertThat(texts(readShard(client, "commands", SHARD))).containsExactly("r0", "r1"));
        assertThat(numbers[2]).isEqualTo(numbers[1]);
    }

    @Test
    void damageInTheMiddleIsRefusedRatherThanCutOff() throws IOException {
        run((endpoint, client) -> {
            put(client, "commands", "AMZN", "r0");
            put(client, "commands", "AMZN", "r1");
        });
        Path log = directory.resolve("commands").resolve(SHARD + ".log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[20]++;
        Files.write(log, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        assertThatThrownBy(() -> KinesisEndpoint.start(0, directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(log.toString())
                .hasMessageContaining("byte 0");
        assertThat(Files.readAllBytes(log)).isEqualTo(bytes);
    }

    @Test
    void halfMadeAndHalfDeletedStreamsAreForgotten() throws IOException {
        run((endpoint, client) -> put(client, "commands", "AMZN", "r0"));
        for (String leftover : List.of(".creating-events", ".deleted-alerts-1700000000000")) {
            Files.createDirectories(directory.resolve(leftover));
            Files.writeString(directory.resolve(leftover).resolve("stream.json"), "{");
        }
        run((endpoint, client) -> {
            assertThat(client.listStreams().streamNames()).containsExactly("commands");
            assertThat(directory.resolve(".creating-events")).doesNotExist();
            assertThat(directory.resolve(".deleted-alerts-1700000000000")).doesNotExist();
        });
    }

    @Test
    void directoryHasOneEndpointAtATime() throws IOException {
        run((endpoint, client) -> assertThatThrownBy(() -> KinesisEndpoint.start(0, directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(directory.toString()));
    }
}
