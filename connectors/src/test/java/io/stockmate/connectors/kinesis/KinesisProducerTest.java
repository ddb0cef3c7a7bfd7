package io.stockmate.connectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.Record;

class KinesisProducerTest {
    private final FakeKinesis kinesis = new FakeKinesis();
    private final TestPacing pacing = new TestPacing();
    private final KinesisProducer producer = new KinesisProducer(kinesis, "commands", pacing);

    @Test
    void receiptsTellInTheOrderOfTheRecordsWhereTheyWent() throws InterruptedException {
        assertThat(producer.put(List.of(record("a"), record("b"))))
                .containsExactly(new PutReceipt("s0", "s0-0"), new PutReceipt("s0", "s0-1"));
        assertThat(kinesis.puts).singleElement().satisfies(request -> {
            assertThat(request.streamName()).isEqualTo("commands");
            assertThat(request.records()).extracting("partitionKey").containsExactly("SKU-001", "SKU-001");
        });
        assertThat(pacing.sleeps).isEmpty();
    }

    @Test
    void nothingIsPutWhereThereIsNothing() throws InterruptedException {
        assertThat(producer.put(List.of())).isEmpty();
        assertThat(kinesis.puts).isEmpty();
    }

    @Test
    void requestHoldsAtMost500Records() throws InterruptedException {
        List<OutgoingRecord> records = IntStream.range(0, 1_001)
                .mapToObj(i -> record(Integer.toString(i)))
                .toList();
        List<PutReceipt> receipts = producer.put(records);
        assertThat(requestSizes()).containsExactly(500, 500, 1);
        assertThat(receipts).hasSize(1_001).last().isEqualTo(new PutReceipt("s0", "s0-1000"));
    }

    @Test
    void requestHoldsAtMostFiveMebibytesOfKeysAndData() throws InterruptedException {
        OutgoingRecord large = new OutgoingRecord("k", new byte[OutgoingRecord.SIZE_MAX - 1]);
        producer.put(List.of(large, large, large, large, large, large));
        assertThat(requestSizes()).containsExactly(5, 1);
    }

    @Test
    void refusedRecordsAreSentAgainBeforeLaterOnes() throws InterruptedException {
        kinesis.refusals.add(entry -> List.of("b", "d").contains(entry.data().asUtf8String()));
        List<OutgoingRecord> records = IntStream.range(0, 502)
                .mapToObj(i -> record(i < 4 ? "abcd".substring(i, i + 1) : Integer.toString(i)))
                .toList();
        List<PutReceipt> receipts = producer.put(records);
        assertThat(texts(1)).containsExactly("b", "d", "500", "501");
        assertThat(stored()).containsSequence("a", "c", "4").endsWith("b", "d", "500", "501");
        assertThat(receipts.get(1)).isEqualTo(new PutReceipt("s0", "s0-498"));
        assertThat(pacing.sleeps).containsExactly(50L);
    }

    @Test
    void pausesGrowWhileNothingIsTaken() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            kinesis.refusals.add(entry -> true);
        }
        assertThat(producer.put(List.of(record("a")))).containsExactly(new PutReceipt("s0", "s0-0"));
        assertThat(pacing.sleeps).containsExactly(100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L, 2_000L);
    }

    @Test
    void aKinesisThatTakesNothingIsGivenUp() {
        for (int i = 0; i < 100; i++) {
            kinesis.refusals.add(entry -> !entry.data().asUtf8String().equals("a"));
        }
        assertThatThrownBy(() -> producer.put(List.of(record("a"), record("b"), record("c"))))
                .isInstanceOf(PutRefused.class)
                .hasMessage("stream commands refused 2 of 3 records 12 times: "
                        + "ProvisionedThroughputExceededException (Rate exceeded); put fewer at a time, or add shards");
        assertThat(kinesis.puts).hasSize(13);
        assertThat(stored()).containsExactly("a");
    }

    @Test
    void whatKinesisNeverTakesIsRefusedAtOnce() {
        assertThatThrownBy(() -> new OutgoingRecord("", new byte[1])).hasMessageContaining("0 characters");
        assertThatThrownBy(() -> new OutgoingRecord("k".repeat(257), new byte[1]))
                .hasMessageContaining("257 characters");
        assertThatThrownBy(() -> new OutgoingRecord("é", new byte[1_048_575]))
                .hasMessage("a record of 1048577 bytes with its key é is more than Kinesis takes: 1048576");
    }

    private static OutgoingRecord record(String text) {
        return new OutgoingRecord("SKU-001", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Integer> requestSizes() {
        return kinesis.puts.stream().map(request -> request.records().size()).toList();
    }

    private List<String> texts(int request) {
        PutRecordsRequest put = kinesis.puts.get(request);
        return put.records().stream().map(entry -> entry.data().asUtf8String()).toList();
    }

    private List<String> stored() {
        return kinesis.records.get("s0").stream()
                .map(Record::data)
                .map(data -> data.asUtf8String())
                .toList();
    }
}
