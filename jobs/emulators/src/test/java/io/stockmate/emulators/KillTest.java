package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Nothing that was acknowledged is lost by kill -9 in the middle of puts. */
class KillTest {
    private static final int ACKNOWLEDGED_BEFORE_KILL = 60;

    @TempDir
    Path directory;

    @Test
    void acknowledgedKinesisRecordsKeepTheirSequenceNumbers() throws Exception {
        EndpointProcess process = EndpointProcess.start(directory);
        Map<String, String> numberOfData = new HashMap<>();
        try (KinesisClient client = KinesisFixture.client(process.kinesis(), true)) {
            Puts puts = new Puts(batch -> {
                List<PutRecordsRequestEntry> entries = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    entries.add(entry("KEY-" + i, batch + "/" + i));
                }
                PutRecordsResponse reply =
                        client.putRecords(put -> put.streamName("commands").records(entries));
                for (int i = 0; i < 100; i++) {
                    numberOfData.put(batch + "/" + i, reply.records().get(i).sequenceNumber());
                }
            });
            puts.killInTheMiddle(process);
        }

        try (KinesisEndpoint restarted = KinesisEndpoint.start(0, directory.resolve("kinesis"));
                KinesisClient client = KinesisFixture.client(restarted.uri(), true)) {
            Map<String, String> read = new HashMap<>();
            List<String> numbers = new ArrayList<>();
            for (String shardId : KinesisFixture.shardIds(client, "commands")) {
                for (Record record : KinesisFixture.readShard(client, "commands", shardId)) {
                    read.put(record.data().asUtf8String(), record.sequenceNumber());
                    numbers.add(record.sequenceNumber());
                }
            }
            assertThat(numberOfData).hasSizeGreaterThanOrEqualTo(100 * ACKNOWLEDGED_BEFORE_KILL);
            assertThat(read).containsAllEntriesOf(numberOfData).hasSameSizeAs(numbers);
            String next = KinesisFixture.put(client, "commands", "KEY-1", "after");
            assertThat(numbers).doesNotContain(next);
        }
    }

    @Test
    void acknowledgedFirehoseRecordsAreDeliveredAtTheNextStart() throws Exception {
        EndpointProcess process = EndpointProcess.start(directory);
        List<String> acknowledged = new ArrayList<>();
        try (FirehoseClient client = FirehoseEndpointTest.client(process.firehose())) {
            Puts puts = new Puts(batch -> {
                client.putRecord(put -> put.deliveryStreamName("order-status")
                        .record(record -> record.data(SdkBytes.fromUtf8String(batch + "\n"))));
                acknowledged.add(Integer.toString(batch));
            });
            puts.killInTheMiddle(process);
        }
        Path bucket = directory.resolve("bucket");
        assertThat(FirehoseEndpointTest.objects(bucket)).isEmpty();

        try (FirehoseEndpoint restarted = FirehoseEndpoint.start(0, bucket)) {
            assertThat(restarted.uri()).isNotNull();
            assertThat(FirehoseEndpointTest.objects(bucket)).hasSize(1);
            // At most one more: written, but killed before its answer.
            assertThat(FirehoseEndpointTest.content(bucket).lines().toList())
                    .startsWith(acknowledged.toArray(String[]::new))
                    .hasSizeLessThanOrEqualTo(acknowledged.size() + 1);
        }
    }

    /** Puts one batch after another until the endpoint is gone. */
    private record Puts(Put put) {
        @FunctionalInterface
        interface Put {
            void put(int batch);
        }

        void killInTheMiddle(EndpointProcess process) throws InterruptedException {
            AtomicReference<RuntimeException> unexpected = new AtomicReference<>();
            CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
            Thread producer = new Thread(() -> {
                try {
                    for (int batch = 0; ; batch++) {
                        put.put(batch);
                        enough.countDown();
                    }
                } catch (SdkException gone) {
                    if (enough.getCount() > 0) {
                        unexpected.set(gone);
                    }
                }
                while (enough.getCount() > 0) {
                    enough.countDown();
                }
            });
            producer.start();
            enough.await();
            process.kill();
            producer.join();
            assertThat(unexpected.get()).isNull();
        }
    }
}
