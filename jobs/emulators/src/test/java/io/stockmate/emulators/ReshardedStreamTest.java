package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.texts;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilter;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** A stream whose only shard, with two records, was split in two at time 2000. */
class ReshardedStreamTest {
    private static final String PARENT = "shardId-000000000000";
    private static final String LOW = "shardId-000000000001";
    private static final String HIGH = "shardId-000000000002";

    @TempDir
    Path directory;

    private KinesisEndpoint endpoint;
    private KinesisClient client;

    @BeforeEach
    void start() throws IOException {
        Path home = Files.createDirectories(directory.resolve("commands"));
        HashRange whole = HashRange.split(1).get(0);
        List<HashRange> halves = HashRange.split(2);
        new StreamDescription(
                        1,
                        "commands",
                        1000,
                        List.of(
                                new ShardDescription(0, null, null, whole, 1000, 2000L),
                                new ShardDescription(1, 0, null, halves.get(0), 2001, null),
                                new ShardDescription(2, 0, null, halves.get(1), 2001, null)))
                .write(home);
        try (ShardLog log = new ShardLog(home.resolve(PARENT + ".log"), false)) {
            for (String data : List.of("r0", "r1")) {
                log.append(List.of(new NewRecord("AMZN", data.getBytes(StandardCharsets.UTF_8))), 1500);
            }
        }
        endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withClock(() -> 3000));
        client = client(endpoint.uri(), true);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        endpoint.close();
    }

    @Test
    void closedShardEndsWithItsChildren() {
        GetRecordsResponse first = client.getRecords(get ->
                get.shardIterator(trimHorizon(client, "commands", PARENT)).limit(1));
        assertThat(first.nextShardIterator()).isNotNull();
        assertThat(first.childShards()).isEmpty();

        GetRecordsResponse last = client.getRecords(get -> get.shardIterator(first.nextShardIterator()));
        assertThat(texts(last.records())).containsExactly("r1");
        assertThat(last.nextShardIterator()).isNull();
        assertThat(last.childShards()).extracting(ChildShard::shardId).containsExactly(LOW, HIGH);
        assertThat(last.childShards())
                .allSatisfy(child -> assertThat(child.parentShards()).containsExactly(PARENT));
    }

    @Test
    void recordsGoToOpenShardsWithGreaterSequenceNumbers() {
        String number = put(client, "commands", "AMZN", "r2");
        Shard parent =
                client.listShards(list -> list.streamName("commands")).shards().get(0);

        assertThat(parent.sequenceNumberRange().endingSequenceNumber())
                .isGreaterThan(parent.sequenceNumberRange().startingSequenceNumber())
                .isLessThan(number);
        assertThat(texts(KinesisFixture.readShard(client, "commands", LOW)))
                .hasSize(1
                        - texts(KinesisFixture.readShard(client, "commands", HIGH))
                                .size());
        assertThat(client.describeStreamSummary(describe -> describe.streamName("commands"))
                        .streamDescriptionSummary()
                        .openShardCount())
                .isEqualTo(2);
    }

    @Test
    void filtersChooseShards() {
        assertThat(shards(filter -> filter.type(ShardFilterType.AT_LATEST))).containsExactly(LOW, HIGH);
        assertThat(shards(filter -> filter.type(ShardFilterType.AT_TRIM_HORIZON)))
                .containsExactly(PARENT);
        assertThat(shards(filter -> filter.type(ShardFilterType.FROM_TRIM_HORIZON)))
                .containsExactly(PARENT, LOW, HIGH);
        assertThat(shards(filter -> filter.type(ShardFilterType.AFTER_SHARD_ID).shardId(LOW)))
                .containsExactly(HIGH);
        assertThat(shards(filter -> filter.type(ShardFilterType.AT_TIMESTAMP).timestamp(Instant.ofEpochMilli(1500))))
                .containsExactly(PARENT);
        assertThat(shards(filter -> filter.type(ShardFilterType.FROM_TIMESTAMP).timestamp(Instant.ofEpochMilli(1500))))
                .containsExactly(PARENT, LOW, HIGH);
        assertThat(shards(filter -> filter.type(ShardFilterType.FROM_TIMESTAMP).timestamp(Instant.ofEpochMilli(2500))))
                .containsExactly(LOW, HIGH);
        assertThatThrownBy(() -> shards(filter -> filter.type("NEVER"))).isInstanceOf(InvalidArgumentException.class);
    }

    private List<String> shards(Consumer<ShardFilter.Builder> filter) {
        return client.listShards(list -> list.streamName("commands").shardFilter(filter)).shards().stream()
                .map(Shard::shardId)
                .toList();
    }
}
