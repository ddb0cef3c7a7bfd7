package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.entry;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

class KinesisVolumeTest {
    private static final int RECORDS = 20_000;

    @TempDir
    Path directory;

    /** More than a shard keeps in memory, so that most is read from the file. */
    @Test
    void twentyThousandRecordsComeBackInOrderAndInTime() throws Exception {
        long start = System.nanoTime();
        List<String> sent = new ArrayList<>();
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory);
                KinesisClient client = client(endpoint.uri(), true)) {
            endpoint.createStream("commands", 1);
            List<PutRecordsRequestEntry> batch = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                String data = i + "/" + "x".repeat(i % 500);
                sent.add(data);
                batch.add(entry("SKU-" + i % 100, data));
                if (batch.size() == 500) {
                    List<PutRecordsRequestEntry> full = List.copyOf(batch);
                    client.putRecords(put -> put.streamName("commands").records(full));
                    batch.clear();
                }
            }

            assertThat(texts(readShard(client, "commands", "shardId-000000000000")))
                    .isEqualTo(sent);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
