package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.kinesis.KinesisClients;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.emulators.KinesisEndpoint;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** A backlog of 40,000 records in which a shard was split, two were merged and a child was split again. */
class ReshardedBacklogTest {
    private static final int KEYS = 40;
    private static final int RECORDS = 40_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    @TempDir
    private Path directory;

    private KinesisEndpoint kinesis;
    private KinesisClient client;

    @BeforeEach
    void fill() throws Exception {
        CheckOrder.reset();
        kinesis = KinesisEndpoint.start(0, directory.resolve("kinesis"));
        kinesis.createStream("commands", 3);
        client = KinesisClients.open(AwsSettings.local(kinesis.uri()));
        put(0);
        split(0, "1", 126); // into 3 and 4
        put(1);
        client.mergeShards(
                merge -> merge.streamName("commands").shardToMerge(id(4)).adjacentShardToMerge(id(1)));
        put(2); // into 5, of 4 and 1, which two readers read
        split(5, "1", 127); // into 6 and 7
        put(3);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        kinesis.close();
    }

    @Test
    void everyRecordIsSeenOnceAndInOrderThroughFailures() throws Exception {
        Random failures = new Random(1);
        for (int failure = 0; failure < 12; failure++) {
            CheckOrder.FAILURES.add(1_000 + failures.nextLong(RECORDS - 1_000));
        }
        JobClient job = start(2, null);
        awaitSeen(job, RECORDS);
        job.cancel().get(1, TimeUnit.MINUTES);
        assertThat(CheckOrder.VIOLATIONS).isEmpty();
        assertThat(CheckOrder.FAILURES).isEmpty();
        assertThat(CheckOrder.SEEN).hasSize(KEYS).allSatisfy((key, seen) -> assertThat(seen)
                .isEqualTo(RECORDS / KEYS));
    }

    @Test
    void everyRecordIsSeenOnceAndInOrderWhileTheJobGrows() throws Exception {
        JobClient one = start(1, null);
        awaitSeen(one, 5_000);
        JobClient two = start(2, savepoint(one));
        awaitSeen(two, 20_000);
        JobClient four = start(4, savepoint(two));
        awaitSeen(four, RECORDS);
        four.cancel().get(1, TimeUnit.MINUTES);
        assertThat(CheckOrder.VIOLATIONS).isEmpty();
        assertThat(CheckOrder.SEEN).hasSize(KEYS).allSatisfy((key, seen) -> assertThat(seen)
                .isEqualTo(RECORDS / KEYS));
    }

    private JobClient start(int parallelism, String savepoint) throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", "20");
        configuration.setString("restart-strategy.fixed-delay.delay", "50 ms");
        configuration.setString("pipeline.generic-types", "false");
        if (savepoint != null) {
            configuration.setString("execution.state-recovery.path", savepoint);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(parallelism);
        env.enableCheckpointing(60);
        SourceSettings settings = SourceSettings.of(PropertyGroup.of(
                "commands",
                Map.of(
                        "stream.name", "commands",
                        "aws.endpoint", kinesis.uri().toString(),
                        "flink.shard.getrecords.maxrecordcount", "500",
                        "flink.shard.getrecords.intervalmillis", "20",
                        "flink.shard.discovery.intervalmillis", "500")));
        env.fromSource(
                        new OrderedKinesisSource(settings),
                        WatermarkStrategy.noWatermarks(),
                        "Read commands",
                        new ArrivedRecordType())
                .uid("read-commands")
                .keyBy(ArrivedRecord::partitionKey)
                .process(new CheckOrder())
                .uid("check-order")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        return env.executeAsync("resharded");
    }

    /** What is seen between the savepoint and the end is seen again by the next job, as after a failure. */
    private String savepoint(JobClient job) throws Exception {
        String savepoint = job.triggerSavepoint(
                        directory.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get(1, TimeUnit.MINUTES);
        job.cancel().get(1, TimeUnit.MINUTES);
        while (!job.getJobStatus().get().isGloballyTerminalState()) {
            Thread.sleep(10);
        }
        return savepoint;
    }

    private static void awaitSeen(JobClient job, long count) throws Exception {
        for (int look = 0; CheckOrder.seen() < count; look++) {
            assertThat(CheckOrder.VIOLATIONS).isEmpty();
            assertThat(look)
                    .as(CheckOrder.seen() + " records seen, " + CheckOrder.VIOLATIONS)
                    .isLessThan(1_200);
            assertThat(job.getJobStatus().get().isGloballyTerminalState()).isFalse();
            Thread.sleep(50);
        }
    }

    private void put(int quarter) throws InterruptedException {
        int each = RECORDS / KEYS / 4;
        List<OutgoingRecord> records = new ArrayList<>();
        for (int n = quarter * each; n < (quarter + 1) * each; n++) {
            for (int key = 0; key < KEYS; key++) {
                byte[] data = Integer.toString(n).getBytes(StandardCharsets.UTF_8);
                records.add(new OutgoingRecord("SKU-" + key, data));
            }
        }
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(kinesis.uri()), "commands")) {
            producer.put(records);
        }
    }

    private void split(int shard, String factor, int bits) {
        String start = new BigInteger(factor).shiftLeft(bits).toString();
        client.splitShard(
                split -> split.streamName("commands").shardToSplit(id(shard)).newStartingHashKey(start));
    }

    private static String id(int shard) {
        return String.format("shardId-%012d", shard);
    }
}
