package io.stockmate.connectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.emulators.KinesisEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** Producer and reader through AWS's SDK and a real connection. */
class LocalKinesisTest {
    private KinesisEndpoint endpoint;
    private LocalStreams streams;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        endpoint = KinesisEndpoint.start(0, directory);
        endpoint.createStream("commands", 3);
        streams = new LocalStreams(endpoint);
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
    }

    @Test
    void whatWasPutIsReadUnderItsReceipts() throws InterruptedException {
        List<OutgoingRecord> records = IntStream.range(0, 1_200)
                .mapToObj(i -> new OutgoingRecord("SKU-" + i % 7, bytes("record " + i)))
                .toList();
        List<PutReceipt> receipts;
        try (KinesisProducer producer = streams.producer("commands")) {
            receipts = producer.put(records);
        }
        List<ArrivedRecord> arrived = streams.read("commands", records.size());

        assertThat(arrived).hasSize(records.size());
        assertThat(receipts).extracting(PutReceipt::shardId).contains("shardId-000000000000", "shardId-000000000002");
        for (int key = 0; key < 7; key++) {
            String symbol = "SKU-" + key;
            assertThat(arrived.stream()
                            .filter(record -> record.partitionKey().equals(symbol))
                            .map(LocalKinesisTest::seen)
                            .toList())
                    .isEqualTo(IntStream.range(0, records.size())
                            .filter(i -> records.get(i).partitionKey().equals(symbol))
                            .mapToObj(i -> "record " + i + " at " + receipts.get(i))
                            .toList());
        }
        assertThat(arrived).allSatisfy(record -> {
            assertThat(record.cause().arrivedAt()).isPositive();
            assertThat(record.cause().subSequence()).isZero();
        });
    }

    @Test
    void latestSeesWhatIsPutAfterOpening() throws InterruptedException {
        try (KinesisProducer producer = streams.producer("commands")) {
            producer.put(List.of(new OutgoingRecord("SKU-1", bytes("before"))));
            try (KinesisReader reader = streams.reader("commands", "LATEST")) {
                producer.put(List.of(new OutgoingRecord("SKU-1", bytes("after"))));
                List<ArrivedRecord> records = reader.poll();
                assertThat(records).singleElement().satisfies(record -> assertThat(record.data())
                        .asString()
                        .isEqualTo("after"));
                assertThat(reader.isCaughtUp()).isTrue();
            }
        }
    }

    @Test
    void missingStreamIsNamed() {
        assertThatThrownBy(() -> streams.reader("comands", "LATEST"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("comands");
    }

    private static String seen(ArrivedRecord record) {
        return new String(record.data(), StandardCharsets.UTF_8)
                + " at "
                + new PutReceipt(record.cause().shardId(), record.cause().sequenceNumber());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
