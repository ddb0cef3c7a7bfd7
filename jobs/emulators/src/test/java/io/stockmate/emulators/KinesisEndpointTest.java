package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.bytes;
import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.entry;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.readAll;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.shardIds;
import static io.stockmate.emulators.KinesisFixture.texts;
import static io.stockmate.emulators.KinesisFixture.trimHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** What an AWS SDK sees of the endpoint, in either format. */
class KinesisEndpointTest {
    private static final String ONE_SHARD = "shardId-000000000000";

    private final AtomicLong time = new AtomicLong(1_700_000_000_123L);
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    Path directory;

    private KinesisEndpoint endpoint;

    private KinesisClient start(boolean cbor) throws IOException {
        endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withClock(time::get));
        opened.add(endpoint);
        KinesisClient client = client(endpoint.uri(), cbor);
        opened.add(0, client);
        return client;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordComesBackAsItWasPut(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        byte[] everyByte = new byte[256];
        for (int i = 0; i < 256; i++) {
            everyByte[i] = (byte) i;
        }
        String number = client.putRecord(put ->
                        put.streamName("commands").partitionKey("AMZN ü 💶").data(SdkBytes.fromByteArray(everyByte)))
                .sequenceNumber();

        assertThat(readShard(client, "commands", ONE_SHARD)).singleElement().satisfies(record -> {
            assertThat(record.data().asByteArray()).isEqualTo(everyByte);
            assertThat(record.partitionKey()).isEqualTo("AMZN ü 💶");
            assertThat(record.sequenceNumber()).isEqualTo(number).hasSize(56).containsOnlyDigits();
            assertThat(record.approximateArrivalTimestamp()).isEqualTo(Instant.ofEpochMilli(time.get()));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answerHasTheFormatOfTheRequest(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);

        assertThat(client.listStreams().sdkHttpResponse().firstMatchingHeader("Content-Type"))
                .contains(cbor ? "application/x-amz-cbor-1.1" : "application/x-amz-json-1.1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void emptyRecordIsARecord(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        put(client, "commands", "AMZN", "");

        assertThat(texts(readShard(client, "commands", ONE_SHARD))).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void streamDescribesItself(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        client.createStream(create -> create.streamName("events").shardCount(3));

        StreamDescription stream =
                client.describeStream(describe -> describe.streamName("events")).streamDescription();
        assertThat(stream.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
        assertThat(stream.streamARN()).isEqualTo(KinesisEndpoint.arn("events"));
        assertThat(stream.streamCreationTimestamp()).isEqualTo(Instant.ofEpochMilli(time.get()));
        assertThat(stream.hasMoreShards()).isFalse();
        assertThat(stream.shards()).hasSize(3);
        BigInteger next = BigInteger.ZERO;
        for (Shard shard : stream.shards()) {
            assertThat(shard.hashKeyRange().startingHashKey()).isEqualTo(next.toString());
            assertThat(shard.parentShardId()).isNull();
            assertThat(shard.sequenceNumberRange().startingSequenceNumber()).hasSize(56);
            assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNull();
            next = new BigInteger(shard.hashKeyRange().endingHashKey()).add(BigInteger.ONE);
        }
        assertThat(next).isEqualTo(BigInteger.TWO.pow(128));
        assertThat(client.describeStreamSummary(describe -> describe.streamARN(stream.streamARN()))
                        .streamDescriptionSummary()
                        .openShardCount())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsComeInPages(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        for (String name : List.of("events", "alerts", "commands")) {
            client.createStream(create -> create.streamName(name).shardCount(5));
        }

        assertThat(client.listStreams(list -> list.limit(2)).streamNames()).containsExactly("alerts", "commands");
        assertThat(client.listStreamsPaginator(list -> list.limit(1)).streamNames())
                .containsExactly("alerts", "commands", "events");
        var first = client.listShards(list -> list.streamName("events").maxResults(3));
        var second = client.listShards(list -> list.nextToken(first.nextToken()));
        assertThat(second.nextToken()).isNull();
        assertThat(List.of(first.shards().size(), second.shards().size())).containsExactly(3, 2);
        assertThat(second.shards().get(0).shardId()).isEqualTo("shardId-000000000003");
        assertThat(client.describeStream(describe ->
                                describe.streamName("events").limit(2).exclusiveStartShardId("shardId-000000000001"))
                        .streamDescription()
                        .hasMoreShards())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keyKeepsItsOrderWithinItsShard(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 4);
        for (int batch = 0; batch < 5; batch++) {
            List<PutRecordsRequestEntry> entries = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                entries.add(entry("KEY-" + i % 10, String.format("%03d", batch * 100 + i)));
            }
            PutRecordsResponse reply =
                    client.putRecords(put -> put.streamName("commands").records(entries));
            assertThat(reply.failedRecordCount()).isZero();
            assertThat(reply.records()).hasSize(100).allSatisfy(result -> {
                assertThat(result.errorCode()).isNull();
                assertThat(result.sequenceNumber()).hasSize(56);
            });
        }

        Map<String, List<String>> byKey = new HashMap<>();
        Map<String, String> shardOfKey = new HashMap<>();
        for (String shardId : shardIds(client, "commands")) {
            List<Record> records = readShard(client, "commands", shardId);
            assertThat(records).extracting(Record::sequenceNumber).isSorted().doesNotHaveDuplicates();
            for (Record record : records) {
                byKey.computeIfAbsent(record.partitionKey(), key -> new ArrayList<>())
                        .add(record.data().asUtf8String());
                assertThat(shardOfKey.computeIfAbsent(record.partitionKey(), key -> shardId))
                        .isEqualTo(shardId);
            }
        }
        assertThat(byKey).hasSize(10);
        assertThat(byKey.values())
                .allSatisfy(values -> assertThat(values).hasSize(50).isSorted());
        assertThat(shardOfKey.values()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void explicitHashKeyOverridesThePartitionKey(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 2);
        BigInteger half = BigInteger.TWO.pow(127);
        List<PutRecordsRequestEntry> entries = new ArrayList<>();
        for (BigInteger hashKey : List.of(BigInteger.ZERO, half.subtract(BigInteger.ONE), half)) {
            entries.add(entry("AMZN", "x").toBuilder()
                    .explicitHashKey(hashKey.toString())
                    .build());
        }
        assertThat(client.putRecords(put -> put.streamName("commands").records(entries))
                        .records())
                .extracting(result -> result.shardId())
                .containsExactly("shardId-000000000000", "shardId-000000000000", "shardId-000000000001");
        String tooHigh = BigInteger.TWO.pow(128).toString();
        assertThatThrownBy(() -> client.putRecord(put -> put.streamName("commands")
                        .partitionKey("AMZN")
                        .data(bytes("x"))
                        .explicitHashKey(tooHigh)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(tooHigh);
    }

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oversizeIsRefusedAndNothingOfItStored(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        SdkBytes mebibyte = SdkBytes.fromByteArray(new byte[1 << 20]);
        PutRecordsRequestEntry nearlyOne = entry("AMZN", "").toBuilder()
                .data(SdkBytes.fromByteArray(new byte[(1 << 20) - 4]))
                .build();
        List<PutRecordsRequestEntry> five = List.of(nearlyOne, nearlyOne, nearlyOne, nearlyOne, nearlyOne);

        assertThatThrownBy(() -> client.putRecord(
                        put -> put.streamName("commands").partitionKey("AMZN").data(mebibyte)))
                .isInstanceOf(KinesisException.class)
                .hasMessageContaining("1048576");
        assertThatThrownBy(() -> client.putRecords(put -> put.streamName("commands")
                        .records(five.get(0), five.get(0), five.get(0), five.get(0), five.get(0), entry("A", "x"))))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("5242880");
        List<PutRecordsRequestEntry> tooMany = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            tooMany.add(entry("AMZN", "x"));
        }
        assertThatThrownBy(() ->
                        client.putRecords(put -> put.streamName("commands").records(tooMany)))
                .isInstanceOf(KinesisException.class)
                .hasMessageContaining("501");
        assertThatThrownBy(() -> put(client, "commands", "K".repeat(257), "x"))
                .isInstanceOf(KinesisException.class)
                .hasMessageContaining("257");
        assertThat(endpoint.recordCount("commands")).isZero();
        assertThat(client.putRecords(put -> put.streamName("commands").records(five))
                        .failedRecordCount())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wrongRequestsGetTheSdksOwnExceptions(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);

        assertThatThrownBy(() -> put(client, "nothing", "AMZN", "x"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nothing")
                .satisfies(error ->
                        assertThat(((KinesisException) error).requestId()).isNotBlank());
        assertThatThrownBy(() -> trimHorizon(client, "commands", "shardId-000000000007"))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.createStream(
                        create -> create.streamName("commands").shardCount(1)))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() ->
                        client.createStream(create -> create.streamName("..").shardCount(1)))
                .isInstanceOf(KinesisException.class);
        assertThatThrownBy(() -> client.getRecords(get -> get.shardIterator("rubbish")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> client.describeLimits())
                .isInstanceOfSatisfying(KinesisException.class, error -> assertThat(
                                error.awsErrorDetails().errorCode())
                        .isEqualTo("UnknownOperationException"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletedStreamIsGoneAndItsSuccessorEmpty(boolean cbor) throws IOException {
        KinesisClient client = start(cbor);
        endpoint.createStream("commands", 1);
        String earlier = put(client, "commands", "AMZN", "x");
        String iterator = trimHorizon(client, "commands", ONE_SHARD);
        client.deleteStream(delete -> delete.streamName("commands"));
        assertThat(client.listStreams().streamNames()).isEmpty();
        time.incrementAndGet();
        endpoint.createStream("commands", 1);

        assertThatThrownBy(() -> client.getRecords(get -> get.shardIterator(iterator)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(readShard(client, "commands", ONE_SHARD)).isEmpty();
        assertThat(put(client, "commands", "AMZN", "y")).isGreaterThan(earlier);
    }
}
