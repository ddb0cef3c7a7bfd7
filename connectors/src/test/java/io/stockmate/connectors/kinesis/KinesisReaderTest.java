package io.stockmate.connectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.source.Aggregated;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;

class KinesisReaderTest {
    private final FakeKinesis kinesis = new FakeKinesis();
    private final TestPacing pacing = new TestPacing();

    @Test
    void recordComesWithItsCause() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a").record("s0", "b");
        assertThat(reader(Map.of()).poll())
                .last()
                .usingRecursiveComparison()
                .isEqualTo(new ArrivedRecord(new Cause("s0", "s0-1", 0, 1_001), "SKU-001", bytes("b")));
    }

    @Test
    void everyShardIsAskedOncePerInterval() throws InterruptedException {
        kinesis.shard("s0").shard("s1");
        KinesisReader reader = reader(Map.of("flink.shard.getrecords.intervalmillis", "300"));
        reader.poll();
        reader.poll();
        assertThat(kinesis.reads).containsExactly("s0", "s1", "s0", "s1");
        assertThat(pacing.sleeps).containsExactly(300L);
    }

    @Test
    void requestGivesAtMostWhatWasAskedFor() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a").record("s0", "b").record("s0", "c");
        KinesisReader reader = reader(Map.of("flink.shard.getrecords.maxrecordcount", "2"));
        assertThat(reader.isCaughtUp()).isFalse();
        assertThat(texts(reader.poll())).containsExactly("a", "b");
        assertThat(reader.isCaughtUp()).isFalse();
        assertThat(texts(reader.poll())).containsExactly("c");
        assertThat(reader.isCaughtUp()).isTrue();
    }

    @Test
    void latestBeginsWithTheOpening() throws InterruptedException {
        kinesis.shard("s0").record("s0", "before");
        KinesisReader reader = reader(Map.of("flink.stream.initpos", "LATEST"));
        kinesis.record("s0", "after");
        assertThat(texts(reader.poll())).containsExactly("after");
    }

    @Test
    void timestampBeginsThere() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a").record("s0", "b").record("s0", "c");
        KinesisReader reader = reader(Map.of(
                "flink.stream.initpos", "AT_TIMESTAMP", "flink.stream.initpos.timestamp", "1970-01-01T00:00:01.001Z"));
        assertThat(texts(reader.poll())).containsExactly("b", "c");
    }

    @Test
    void childIsReadAfterAllOfItsParents() throws InterruptedException {
        kinesis.shard("s1").shard("s2").shard("s0-child-of-both", "s1", "s2");
        kinesis.record("s1", "a").record("s2", "b").record("s2", "c").record("s0-child-of-both", "d");
        kinesis.close("s1").close("s2");
        KinesisReader reader = reader(Map.of("flink.shard.getrecords.maxrecordcount", "1"));
        assertThat(texts(reader.poll())).containsExactly("a", "b");
        assertThat(texts(reader.poll())).containsExactly("c");
        assertThat(reader.isCaughtUp()).isFalse();
        assertThat(texts(reader.poll())).containsExactly("d");
        assertThat(reader.isCaughtUp()).isTrue();
    }

    @Test
    void newShardIsFoundWhenItsParentEndsAndReadFromItsBeginning() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a");
        KinesisReader reader = reader(Map.of("flink.stream.initpos", "LATEST"));
        kinesis.close("s0").shard("s1", "s0").record("s1", "b");
        assertThat(reader.poll()).isEmpty();
        assertThat(texts(reader.poll())).containsExactly("b");
    }

    @Test
    void newShardWithoutAnyEndIsFoundInTime() throws InterruptedException {
        kinesis.shard("s0");
        KinesisReader reader = reader(Map.of("flink.shard.discovery.intervalmillis", "1000"));
        kinesis.shard("s1").record("s1", "a");
        for (int i = 0; i < 5; i++) {
            assertThat(reader.poll()).isEmpty();
        }
        assertThat(texts(reader.poll())).containsExactly("a");
        assertThat(pacing.now).isEqualTo(1_000);
    }

    @Test
    void shardsBeyondTheFirstPageAreReadToo() throws InterruptedException {
        kinesis.shardsPerPage(2).shard("s0").shard("s1").shard("s2").record("s2", "a");
        assertThat(texts(reader(Map.of()).poll())).containsExactly("a");
        assertThat(kinesis.listings)
                .containsExactly(
                        ListShardsRequest.builder().streamName("events").build(),
                        ListShardsRequest.builder().nextToken("2").build());
    }

    @Test
    void endOfAShardIsNotTheEndOfTheStream() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a");
        KinesisReader reader = reader(Map.of());
        kinesis.close("s0").shard("s1", "s0").record("s1", "b");
        assertThat(texts(reader.poll())).containsExactly("a");
        assertThat(reader.isCaughtUp()).isFalse();
        assertThat(texts(reader.poll())).containsExactly("b");
        assertThat(reader.isCaughtUp()).isTrue();
    }

    @Test
    void expiredIteratorGoesOnAfterTheLastRecord() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a");
        KinesisReader reader = reader(Map.of());
        reader.poll();
        kinesis.record("s0", "b");
        kinesis.readFailures.add(ExpiredIteratorException.builder().build());
        assertThat(reader.poll()).isEmpty();
        assertThat(texts(reader.poll())).containsExactly("b");
    }

    @Test
    void expiredIteratorBeforeAnyRecordBeginsAgainUnlessThatWouldLeaveOut() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a");
        KinesisReader first = reader(Map.of());
        kinesis.readFailures.add(ExpiredIteratorException.builder().build());
        assertThat(first.poll()).isEmpty();
        assertThat(texts(first.poll())).containsExactly("a");

        KinesisReader latest = reader(Map.of("flink.stream.initpos", "LATEST"));
        kinesis.readFailures.add(ExpiredIteratorException.builder().build());
        assertThatThrownBy(latest::poll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shard s0 of stream events was not asked for more than five minutes");
    }

    @Test
    void throttledShardIsAskedLessAndLessOften() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a");
        KinesisReader reader = reader(Map.of("flink.shard.getrecords.intervalmillis", "100"));
        for (int i = 0; i < 3; i++) {
            kinesis.readFailures.add(
                    ProvisionedThroughputExceededException.builder().build());
        }
        List<ArrivedRecord> records = List.of();
        while (records.isEmpty()) {
            records = reader.poll();
        }
        assertThat(texts(records)).containsExactly("a");
        assertThat(kinesis.reads).hasSize(4);
        assertThat(pacing.now).isEqualTo(500 + 1_000 + 2_000);
    }

    @Test
    void failureBetweenTwoShardsLosesNothing() throws InterruptedException {
        kinesis.shard("s0").record("s0", "a").shard("s1").record("s1", "b");
        KinesisReader reader = reader(Map.of());
        kinesis.readFailures.add(FakeKinesis.NONE);
        kinesis.readFailures.add(new IllegalStateException("connection reset"));
        assertThatThrownBy(reader::poll).hasMessage("connection reset");
        assertThat(texts(reader.poll())).containsExactly("a", "b");
    }

    @Test
    void aggregatesComeInTheirPartsAndDamagedOnesAsTheyAre() throws InterruptedException {
        byte[] damaged = Aggregated.of("A=c", "B=d");
        damaged[damaged.length - 1]++;
        kinesis.shard("s0")
                .record("s0", "a")
                .record("s0", SdkBytes.fromByteArray(Aggregated.of("SKU-7=b", "SKU-8=c")))
                .record("s0", SdkBytes.fromByteArray(damaged));
        assertThat(reader(Map.of()).poll())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new ArrivedRecord(new Cause("s0", "s0-0", 0, 1_000), "SKU-001", bytes("a")),
                        new ArrivedRecord(new Cause("s0", "s0-1", 0, 1_001), "SKU-7", bytes("b")),
                        new ArrivedRecord(new Cause("s0", "s0-1", 1, 1_001), "SKU-8", bytes("c")),
                        new ArrivedRecord(new Cause("s0", "s0-2", 0, 1_002), "SKU-001", damaged));
    }

    @Test
    void keysOfOtherShardsAreMarked() throws InterruptedException {
        HashKeyRange none =
                HashKeyRange.builder().startingHashKey("0").endingHashKey("0").build();
        kinesis.shard("s0").record("s0", "a").shard("s1", none).record("s1", "b");
        assertThat(reader(Map.of()).poll())
                .extracting(ArrivedRecord::wrongShard)
                .containsExactly(false, true);
    }

    private KinesisReader reader(Map<String, String> properties) {
        PropertyGroup group = PropertyGroup.of("events", properties).with("stream.name", "events");
        return new KinesisReader(kinesis, SourceSettings.of(group), pacing);
    }

    private static List<String> texts(List<ArrivedRecord> records) {
        return records.stream()
                .map(record -> new String(record.data(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
