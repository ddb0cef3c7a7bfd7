package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.entry;
import static io.stockmate.emulators.KinesisFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

class ShardLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ShardLimits limits = new ShardLimits(nanos::get);

    @Test
    void aThousandRecordsASecondGoIn() {
        NewRecord record = new NewRecord("K", new byte[1]);
        IntStream.range(0, 1_000).forEach(n -> assertThat(limits.takes(record)).isTrue());
        assertThat(limits.takes(record)).isFalse();
        nanos.addAndGet(1_000_000);
        assertThat(limits.takes(record)).isTrue();
        assertThat(limits.takes(record)).isFalse();
    }

    @Test
    void aMegabyteASecondGoesIn() {
        assertThat(limits.takes(new NewRecord("K", new byte[1_000_000]))).isTrue();
        assertThat(limits.takes(new NewRecord("K", new byte[100_000]))).isFalse();
        assertThat(limits.takes(new NewRecord("K", new byte[10_000]))).isTrue();
    }

    @Test
    void fiveReadsASecondAndTwoMegabytesGoOut() {
        IntStream.range(0, 5).forEach(n -> assertThat(limits.allowsRead()).isTrue());
        assertThat(limits.allowsRead()).isFalse();
        nanos.addAndGet(200_000_000);
        assertThat(limits.allowsRead()).isTrue();
        limits.gave(10 << 20);
        nanos.addAndGet(3_900_000_000L);
        assertThat(limits.allowsRead()).isFalse();
        nanos.addAndGet(200_000_000);
        assertThat(limits.allowsRead()).isTrue();
    }

    @Test
    void endpointThatIsToldToRefusesAsAwsDoes(@TempDir Path directory) throws IOException {
        KinesisSettings settings = KinesisSettings.defaults().withShardLimits(true);
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory, settings);
                KinesisClient client = client(endpoint.uri(), true)) {
            endpoint.createStream("commands", 1);
            String big = "x".repeat(300_000);
            PutRecordsResponse reply = client.putRecords(puts -> puts.streamName("commands")
                    .records(
                            IntStream.range(0, 6).mapToObj(n -> entry("K", big)).toList()));
            assertThat(reply.failedRecordCount()).isEqualTo(3);
            assertThat(reply.records())
                    .extracting(PutRecordsResultEntry::errorCode)
                    .containsOnly(null, "ProvisionedThroughputExceededException");
            assertThat(endpoint.recordCount("commands")).isEqualTo(3);
            assertThatThrownBy(() -> put(client, "commands", "K", "x".repeat(900_000)))
                    .isInstanceOf(ProvisionedThroughputExceededException.class);

            String iterator = KinesisFixture.trimHorizon(client, "commands", "shardId-000000000000");
            assertThatThrownBy(() -> IntStream.range(0, 1_000)
                            .forEach(n -> client.getRecords(get -> get.shardIterator(iterator))))
                    .isInstanceOf(ProvisionedThroughputExceededException.class);
        }
    }
}
