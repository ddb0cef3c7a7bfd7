package io.stockmate.connectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.source.HashKeys;
import io.stockmate.connectors.kinesis.source.ShardRecords;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.Record;

class OrderedProducerTest {
    private static final int BYTES = 50_000;

    private final FakeKinesis kinesis = new FakeKinesis();
    private final OrderedProducer producer =
            new OrderedProducer(new KinesisProducer(kinesis, "commands", new TestPacing()));

    @Test
    void requestHoldsOneAggregateOfEachKeyAndTheRecordsOfAKeyKeepTheirOrder() throws InterruptedException {
        producer.put(new LinkedHashMap<>(Map.of("BUSY", records(23), "QUIET", records(2))));

        assertThat(kinesis.puts).hasSize(5).allSatisfy(request -> assertThat(request.records())
                .extracting("partitionKey")
                .doesNotHaveDuplicates());
        assertThat(numbers(kinesis.puts)).containsOnlyKeys("BUSY", "QUIET").satisfies(numbers -> {
            assertThat(numbers.get("BUSY")).hasSize(23).isSorted();
            assertThat(numbers.get("QUIET")).containsExactly(0, 1);
        });
    }

    @Test
    void nothingIsPutWhereThereIsNothing() throws InterruptedException {
        producer.put(Map.of());
        assertThat(kinesis.puts).isEmpty();
    }

    private static List<byte[]> records(int count) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(ByteBuffer.allocate(BYTES).putInt(i).array());
        }
        return records;
    }

    /** The records' numbers by key, as a reader unpacks them. */
    private static Map<String, List<Integer>> numbers(List<PutRecordsRequest> puts) {
        ShardRecords shard = new ShardRecords(
                "s0",
                HashKeys.of(HashKeyRange.builder()
                        .startingHashKey("0")
                        .endingHashKey("340282366920938463463374607431768211455")
                        .build()));
        Map<String, List<Integer>> numbers = new TreeMap<>();
        for (PutRecordsRequest request : puts) {
            request.records()
                    .forEach(entry -> shard.unpack(
                            Record.builder()
                                    .partitionKey(entry.partitionKey())
                                    .data(entry.data())
                                    .sequenceNumber("1")
                                    .approximateArrivalTimestamp(Instant.EPOCH)
                                    .build(),
                            (ArrivedRecord record) -> numbers.computeIfAbsent(
                                            record.partitionKey(), key -> new ArrayList<>())
                                    .add(ByteBuffer.wrap(record.data()).getInt())));
        }
        return numbers;
    }
}
