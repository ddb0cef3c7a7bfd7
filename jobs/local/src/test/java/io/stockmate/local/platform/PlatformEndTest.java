package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.kinesis.KinesisClients;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.local.CommandFailed;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.producers.DemoMarket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** What a directory is like behind a platform's end, and that the next platform starts on it. */
@Timeout(120)
class PlatformEndTest {
    private static final long MORNING = 1_767_261_600_000L;
    private static final long LATER = MORNING + 3_600_000;

    @TempDir
    private Path directory;

    @Test
    void marketOfOneShardUnderFireEndsWholeAndOnlyAnEndInOrderLiftsTheMarkOfALaterRun() throws Exception {
        try (Platform platform = start()) {
            merge(platform);
            long merged = System.currentTimeMillis();
            // The child's reading is in the second checkpoint at the latest.
            awaitCheckpoint(platform, awaitCheckpoint(platform, merged));
            CountDownLatch begun = new CountDownLatch(50);
            CompletableFuture<AwsServiceException> refused =
                    CompletableFuture.supplyAsync(() -> fireUntilRefused(platform, begun));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            platform.stopJobs();

            assertThat(refused.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
            assertThat(refused.get()).hasMessageContaining("commands takes no records: the platform is ending");
        }
        long records = assertWhole();

        endOutOfOrder();
        assertUnfinished();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PlatformSettings settings = PlatformSettings.onPorts(DataDirectory.of(directory), taken.getLocalPort() - 1);
            assertThatThrownBy(() -> Platform.start(settings)).isInstanceOf(CommandFailed.class);
        }
        assertUnfinished();

        start().close();
        assertThat(assertWhole()).isGreaterThan(records);
    }

    /** A run that goes on from the last, and whose matching cannot write its savepoint. */
    private void endOutOfOrder() throws Exception {
        try (Platform platform = start()) {
            try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
                producer.put(records(new DemoMarket(4, 400, "later"), LATER));
            }
            Path savepoints = platform.data().savepoints("matching");
            Path earlier = Files.move(savepoints, directory.resolve("earlier"));
            Files.writeString(savepoints, "no savepoint can be written here");
            assertThatThrownBy(platform::stopJobs).isInstanceOf(IOException.class);
            Files.delete(savepoints);
            Files.move(earlier, savepoints);
        }
    }

    private Platform start() throws Exception {
        return Platform.start(PlatformSettings.onFreePorts(directory).withCheckpointInterval(Duration.ofMillis(500)));
    }

    private void assertUnfinished() {
        assertThatThrownBy(() -> StillMarket.open(DataDirectory.of(directory)).close())
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("was killed or did not end in order")
                .hasMessageContaining("'stockmate run --no-demo --duration 10s', then ask again");
    }

    /** Returns how many records there are. */
    private long assertWhole() throws Exception {
        try (StillMarket market = StillMarket.open(DataDirectory.of(directory))) {
            Verdict verdict = Reconciliation.of(market, StillMarket.rules(), directory.resolve("reconcile"));
            assertThat(verdict.violations()).extracting(Violation::text).isEmpty();
            assertThat(verdict.accounts().records()).isGreaterThanOrEqualTo(1);
            return verdict.accounts().records();
        }
    }

    private static void merge(Platform platform) {
        try (KinesisClient client = KinesisClients.open(platform.streams())) {
            client.mergeShards(merge -> merge.streamName(Streams.COMMANDS)
                    .shardToMerge("shardId-000000000000")
                    .adjacentShardToMerge("shardId-000000000001"));
        }
    }

    /** Returns when the checkpoint found was taken. */
    private static long awaitCheckpoint(Platform platform, long after) throws Exception {
        Optional<Long> newest = platform.newestCheckpoint();
        while (newest.isEmpty() || newest.get() <= after) {
            Thread.sleep(20);
            newest = platform.newestCheckpoint();
        }
        return newest.get();
    }

    private static AwsServiceException fireUntilRefused(Platform platform, CountDownLatch begun) {
        DemoMarket demo = new DemoMarket(3, 400, "test");
        long time = MORNING;
        try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            while (true) {
                producer.put(records(demo, time));
                time += 100;
                begun.countDown();
            }
        } catch (AwsServiceException refused) {
            return refused;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<OutgoingRecord> records(DemoMarket demo, long time) {
        CommandCodec codec = new CommandCodec();
        return demo.step(time, List.of()).stream()
                .map(submission -> new OutgoingRecord(submission.partitionKey(), submission.data(codec)))
                .toList();
    }
}
