package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

class ShardCursorTest {
    private static final long INTERVAL = 200;

    private final FakeStream stream =
            new FakeStream().shard("s-0").put("s-0", "a").put("s-0", "b");
    private final TestPacing pacing = new TestPacing();

    private ShardCursor cursor(HashKeys keys) {
        ShardSplit split = new ShardSplit("s-0", keys, Position.TRIM_HORIZON, false);
        return new ShardCursor(
                stream,
                split,
                new ShardMetrics(UnregisteredMetricsGroup.createSourceReaderMetricGroup(), split),
                pacing,
                INTERVAL);
    }

    @Test
    void waitsBetweenRequests() throws InterruptedException {
        ShardCursor cursor = cursor(FakeStream.ALL);
        assertThat(cursor.read().records()).hasSize(2);
        assertThat(cursor.read().records()).isEmpty();
        cursor.read();
        assertThat(pacing.sleeps).containsExactly(INTERVAL, INTERVAL);
    }

    @Test
    void asksLessAndLessOftenWhileThrottled() throws InterruptedException {
        ShardCursor cursor = cursor(FakeStream.ALL);
        List<Batch> batches = new ArrayList<>();
        for (int refused = 0; refused < 6; refused++) {
            stream.failures.add(ProvisionedThroughputExceededException.builder()
                    .statusCode(400)
                    .build());
        }
        for (int read = 0; read < 8; read++) {
            batches.add(cursor.read());
        }
        assertThat(pacing.sleeps).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L, INTERVAL);
        assertThat(batches.get(6).records()).hasSize(2);
    }

    @Test
    void expiredIteratorIsReplacedBehindTheLastRecord() throws InterruptedException {
        stream.recordsPerReply = 1;
        ShardCursor cursor = cursor(FakeStream.ALL);
        cursor.read();
        stream.failures.add(ExpiredIteratorException.builder().statusCode(400).build());
        assertThat(cursor.read().records()).isEmpty();
        assertThat(cursor.read().records())
                .extracting(record -> record.cause().sequenceNumber())
                .containsExactly("1");
        assertThat(stream.asked).containsExactly("s-0 TRIM_HORIZON ", "s-0 AFTER 0");
    }

    @Test
    void passingFailuresAreSatOutAndOthersNot() throws InterruptedException {
        ShardCursor cursor = cursor(FakeStream.ALL);
        stream.failures.add(KinesisException.builder().statusCode(503).build());
        stream.failures.add(SdkClientException.create("connection refused"));
        cursor.read();
        cursor.read();
        assertThat(cursor.read().records()).hasSize(2);
        stream.failures.add(
                KinesisException.builder().statusCode(400).message("denied").build());
        assertThatThrownBy(cursor::read).isInstanceOf(KinesisException.class);
        for (int failure = 0; failure < ShardCursor.FAILURES_MAX; failure++) {
            stream.failures.add(SdkClientException.create("connection refused"));
        }
        assertThatThrownBy(() -> {
                    for (int read = 0; read < ShardCursor.FAILURES_MAX; read++) {
                        cursor.read();
                    }
                })
                .isInstanceOf(SdkClientException.class);
    }

    @Test
    void shardThatIsGoneEndsTheJob() {
        stream.failures.add(ResourceNotFoundException.builder().statusCode(400).build());
        ShardCursor cursor = cursor(FakeStream.ALL);
        assertThatThrownBy(cursor::read)
                .isInstanceOf(SuppressRestartsException.class)
                .cause()
                .hasMessageContaining("s-0 is gone");
    }

    @Test
    void keysOfOtherShardsAreMarked() throws InterruptedException {
        HashKeys lower =
                new HashKeys(BigInteger.ZERO, BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE));
        stream.put("s-0", Aggregated.of("A=c", "B=d")).put("s-0", "e");
        assertThat(cursor(lower).read().records())
                .extracting(ArrivedRecord::partitionKey, ArrivedRecord::wrongShard)
                .containsExactlyElementsOf(cursor(FakeStream.ALL).read().records().stream()
                        .map(record -> org.assertj.core.groups.Tuple.tuple(
                                record.partitionKey(), !lower.contains(md5(record.partitionKey()))))
                        .toList())
                .contains(org.assertj.core.groups.Tuple.tuple("B", true));
        assertThat(cursor(FakeStream.ALL).read().records())
                .extracting(ArrivedRecord::wrongShard)
                .containsOnly(false);
    }

    private static BigInteger md5(String key) {
        try {
            return new BigInteger(
                    1,
                    java.security.MessageDigest.getInstance("MD5")
                            .digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
