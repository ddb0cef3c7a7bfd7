package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.bytes;
import static io.stockmate.emulators.KinesisFixture.client;
import static io.stockmate.emulators.KinesisFixture.entry;
import static io.stockmate.emulators.KinesisFixture.put;
import static io.stockmate.emulators.KinesisFixture.readShard;
import static io.stockmate.emulators.KinesisFixture.shardIds;
import static io.stockmate.emulators.KinesisFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** What is put comes back as it was, in order, from the shard of its key. */
class KinesisPutTest extends KinesisTrial {
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
}
