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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Where a read begins, and how far one reply goes. */
class KinesisReadTest extends KinesisTrial {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyIteratorBeginsWhereItSays(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(put(client, "commands", "AMZN", "r" + i));
            time.addAndGet(1000);
        }
        Instant third = Instant.ofEpochMilli(1_700_000_002_123L);

        assertThat(from(client, ShardIteratorType.TRIM_HORIZON, null, null))
                .containsExactly("r0", "r1", "r2", "r3", "r4");
        assertThat(from(client, ShardIteratorType.AT_SEQUENCE_NUMBER, numbers.get(3), null))
                .containsExactly("r3", "r4");
        assertThat(from(client, ShardIteratorType.AFTER_SEQUENCE_NUMBER, numbers.get(3), null))
                .containsExactly("r4");
        assertThat(from(client, ShardIteratorType.AFTER_SEQUENCE_NUMBER, numbers.get(4), null))
                .isEmpty();
        assertThat(from(client, ShardIteratorType.AT_TIMESTAMP, null, third)).containsExactly("r2", "r3", "r4");
        assertThat(from(client, ShardIteratorType.AT_TIMESTAMP, null, third.plusMillis(1)))
                .containsExactly("r3", "r4");
        assertThat(from(client, ShardIteratorType.AT_TIMESTAMP, null, Instant.EPOCH))
                .hasSize(5);
        String latest = iterator(client, ShardIteratorType.LATEST, null, null);
        assertThat(readAll(client, latest)).isEmpty();
        put(client, "commands", "AMZN", "r5");
        assertThat(texts(readAll(client, latest))).containsExactly("r5");
        assertThatThrownBy(() ->
                        iterator(client, ShardIteratorType.AT_TIMESTAMP, null, Instant.ofEpochMilli(time.get() + 1)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> iterator(client, ShardIteratorType.AT_SEQUENCE_NUMBER, "123", null))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("123");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void startingSequenceNumberLiesBeforeTheFirstRecord(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        String start = client.listShards(list -> list.streamName("commands"))
                .shards()
                .get(0)
                .sequenceNumberRange()
                .startingSequenceNumber();
        String first = put(client, "commands", "AMZN", "first");

        assertThat(first).isGreaterThan(start);
        assertThat(from(client, ShardIteratorType.AT_SEQUENCE_NUMBER, start, null))
                .containsExactly("first");
        assertThat(from(client, ShardIteratorType.AFTER_SEQUENCE_NUMBER, start, null))
                .containsExactly("first");
    }

    private static String iterator(KinesisClient client, ShardIteratorType type, String number, Instant time) {
        return client.getShardIterator(get -> get.streamName("commands")
                        .shardId(ONE_SHARD)
                        .shardIteratorType(type)
                        .startingSequenceNumber(number)
                        .timestamp(time))
                .shardIterator();
    }

    private static List<String> from(KinesisClient client, ShardIteratorType type, String number, Instant time) {
        return texts(readAll(client, iterator(client, type, number, time)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void limitCutsAReadAndLagIsTold(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        for (int i = 0; i < 5; i++) {
            put(client, "commands", "AMZN", "r" + i);
            time.addAndGet(1000);
        }

        GetRecordsResponse two = client.getRecords(get ->
                get.shardIterator(trimHorizon(client, "commands", ONE_SHARD)).limit(2));
        assertThat(texts(two.records())).containsExactly("r0", "r1");
        assertThat(two.millisBehindLatest()).isEqualTo(4000);
        GetRecordsResponse rest = client.getRecords(get -> get.shardIterator(two.nextShardIterator()));
        assertThat(texts(rest.records())).containsExactly("r2", "r3", "r4");
        assertThat(rest.millisBehindLatest()).isZero();
        assertThat(rest.nextShardIterator()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replyHasAtMostTenMebibytes(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        SdkBytes large = SdkBytes.fromByteArray(new byte[1_000_000]);
        for (int i = 0; i < 12; i++) {
            client.putRecord(
                    put -> put.streamName("commands").partitionKey("AMZN").data(large));
        }

        assertThat(client.getRecords(get -> get.shardIterator(trimHorizon(client, "commands", ONE_SHARD)))
                        .records())
                .hasSize(10);
        assertThat(readShard(client, "commands", ONE_SHARD)).hasSize(12);
    }
}
