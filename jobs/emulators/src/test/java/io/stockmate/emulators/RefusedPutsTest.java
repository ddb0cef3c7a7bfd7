package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.entry;
import static io.stockmate.emulators.KinesisFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;

class RefusedPutsTest {
    @TempDir
    private Path directory;

    @Test
    void streamTakesNoMoreRecordsUntilTheNextStart() throws Exception {
        String last;
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory);
                KinesisClient client = client(endpoint.uri(), false)) {
            endpoint.createStream("commands", 1);
            endpoint.createStream("events", 1);
            last = put(client, "commands", "AMZN", "first");

            endpoint.refusePuts("commands", "come back later");

            assertThatThrownBy(() -> put(client, "commands", "AMZN", "second"))
                    .isInstanceOfSatisfying(KinesisException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(503);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ServiceUnavailableException");
                    })
                    .hasMessageContaining("Stream commands takes no records: come back later");
            assertThatThrownBy(() -> client.putRecords(
                            request -> request.streamName("commands").records(entry("AMZN", "third"))))
                    .hasMessageContaining("come back later");
            assertThat(endpoint.lastSequenceNumbers("commands")).hasSize(1).containsValue(last);
            put(client, "events", "AMZN", "not refused");
        }
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory);
                KinesisClient client = client(endpoint.uri(), false)) {
            assertThat(put(client, "commands", "AMZN", "second")).isGreaterThan(last);
        }
    }

    @Test
    void openShardsAreThoseThatTakeRecords() throws Exception {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory);
                KinesisClient client = client(endpoint.uri(), false)) {
            endpoint.createStream("commands", 2);
            assertThat(endpoint.openShards("commands")).isEqualTo(2);

            client.mergeShards(merge -> merge.streamName("commands")
                    .shardToMerge("shardId-000000000000")
                    .adjacentShardToMerge("shardId-000000000001"));

            assertThat(endpoint.openShards("commands")).isEqualTo(1);
            assertThat(endpoint.lastSequenceNumbers("commands")).isEqualTo(Map.of("shardId-000000000002", ""));
        }
    }
}
