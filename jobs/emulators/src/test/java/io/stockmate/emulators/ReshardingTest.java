package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** SplitShard and MergeShards, on a clock that stands still. */
class ReshardingTest {
    private static final String MIDDLE = BigInteger.ONE.shiftLeft(127).toString();
    private static final String QUARTER = BigInteger.ONE.shiftLeft(126).toString();
    private static final String S0 = "shardId-000000000000";
    private static final String S1 = "shardId-000000000001";
    private static final String S2 = "shardId-000000000002";
    private static final String S3 = "shardId-000000000003";

    @TempDir
    Path directory;

    private KinesisEndpoint endpoint;
    private KinesisClient client;

    @BeforeEach
    void start() throws IOException {
        endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withClock(() -> 3000));
        endpoint.createStream("commands", 1);
        client = client(endpoint.uri(), true);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        endpoint.close();
    }

    private void split(String shard, String start) {
        client.splitShard(
                split -> split.streamName("commands").shardToSplit(shard).newStartingHashKey(start));
    }

    private void merge(String shard, String adjacent) {
        client.mergeShards(
                merge -> merge.streamName("commands").shardToMerge(shard).adjacentShardToMerge(adjacent));
    }

    private List<Shard> shards() {
        return client.listShards(list -> list.streamName("commands")).shards();
    }

    @Test
    void splitShardEndsAndItsChildrenTakeItsKeys() {
        put(client, "commands", "AMZN", "r0");
        split(S0, MIDDLE);
        put(client, "commands", "AMZN", "r1");

        assertThat(shards()).extracting(Shard::shardId).containsExactly(S0, S1, S2);
        assertThat(shards()).extracting(Shard::parentShardId).containsExactly(null, S0, S0);
        assertThat(shards().get(1).hashKeyRange().endingHashKey())
                .isEqualTo(new BigInteger(MIDDLE).subtract(BigInteger.ONE).toString());
        assertThat(shards().get(2).hashKeyRange().startingHashKey()).isEqualTo(MIDDLE);
        assertThat(texts(readToEnd(S0))).containsExactly("r0");
        List<Record> children = new ArrayList<>(readShard(client, "commands", S1));
        children.addAll(readShard(client, "commands", S2));
        assertThat(texts(children)).containsExactly("r1");
        assertThat(new BigInteger(children.get(0).sequenceNumber()))
                .isGreaterThan(new BigInteger(readToEnd(S0).get(0).sequenceNumber()));
    }

    @Test
    void mergedShardsEndInOneChild() {
        split(S0, MIDDLE);
        merge(S2, S1);
        Shard child = shards().get(3);
        assertThat(child.parentShardId()).isEqualTo(S2);
        assertThat(child.adjacentParentShardId()).isEqualTo(S1);
        assertThat(child.hashKeyRange()).isEqualTo(shards().get(0).hashKeyRange());
        assertThat(put(client, "commands", "AMZN", "r0"))
                .isEqualTo(readShard(client, "commands", S3).get(0).sequenceNumber());
    }

    @Test
    void shardsAreThereAfterARestart() throws IOException {
        put(client, "commands", "AMZN", "r0");
        split(S0, MIDDLE);
        split(S1, QUARTER);
        put(client, "commands", "AMZN", "r1");
        List<Shard> before = shards();
        close();
        endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withClock(() -> 3000));
        client = client(endpoint.uri(), true);
        assertThat(shards()).isEqualTo(before).hasSize(5);
        assertThat(endpoint.recordCount("commands")).isEqualTo(2);
        assertThat(texts(readToEnd(S0))).containsExactly("r0");
    }

    @Test
    void impossibleChangesAreRefusedAndChangeNothing() {
        split(S0, MIDDLE);
        split(S1, QUARTER);
        assertThatThrownBy(() -> split(S0, QUARTER)).isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> split(S2, QUARTER)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> split(S2, MIDDLE)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> merge(S3, S2)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> merge(S2, S2)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> split("shardId-000000000009", MIDDLE)).isInstanceOf(ResourceNotFoundException.class);
        assertThat(shards()).hasSize(5);
    }

    /** A record that reached a shard behind its end would never be read. */
    @Test
    void noRecordIsPutBehindTheEndOfAShard() throws InterruptedException {
        int records = 2_000;
        CountDownLatch begun = new CountDownLatch(1);
        Thread producer = new Thread(() -> {
            for (int i = 0; i < records; i += 20) {
                int first = i;
                client.putRecords(puts -> puts.streamName("commands")
                        .records(java.util.stream.IntStream.range(first, first + 20)
                                .mapToObj(n -> KinesisFixture.entry("K" + n % 7, "r" + n))
                                .toList()));
                begun.countDown();
            }
        });
        producer.start();
        begun.await();
        split(S0, MIDDLE);
        merge(S1, S2);
        split(S3, QUARTER);
        producer.join();
        List<Record> all = new ArrayList<>();
        for (Shard shard : shards()) {
            boolean ended = shard.sequenceNumberRange().endingSequenceNumber() != null;
            all.addAll(ended ? readToEnd(shard.shardId()) : readShard(client, "commands", shard.shardId()));
        }
        assertThat(texts(all)).hasSize(records).doesNotHaveDuplicates();
    }

    private List<Record> readToEnd(String shard) {
        List<Record> records = new ArrayList<>();
        String iterator = KinesisFixture.trimHorizon(client, "commands", shard);
        while (iterator != null) {
            String from = iterator;
            var reply = client.getRecords(get -> get.shardIterator(from));
            records.addAll(reply.records());
            iterator = reply.nextShardIterator();
        }
        return records;
    }
}
