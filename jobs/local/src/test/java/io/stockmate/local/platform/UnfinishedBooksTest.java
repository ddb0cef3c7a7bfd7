package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.producers.DemoMarket;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A platform of which nothing but accounting did not end in order, and books that are removed behind it. */
@Timeout(180)
class UnfinishedBooksTest {
    private static final long MORNING = 1_767_261_600_000L;

    @TempDir
    private Path directory;

    @Test
    void booksThatAccountingDidNotFinishAreNotComparedAndAreRebuiltFromTheLakeUntilItIsWhole() throws Exception {
        DataDirectory data = DataDirectory.of(directory);
        try (Platform platform = start()) {
            trade(platform);
            while (Snapshot.newest(data, Job.ACCOUNTING.jobName()).isEmpty()) {
                Thread.sleep(20);
            }
            cancelAccounting(platform);
            assertThatThrownBy(platform::stopJobs)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("accounting has ended as CANCELED");
        }
        assertThat(reconciled())
                .hasSize(5)
                .containsKey(Invariant.BOOKS_FOLLOW_THE_EVENTS)
                .allSatisfy((invariant, reason) -> assertThat(reason).contains("accounting did not end in order"));

        Directories.remove(data.postgres());
        start().close();
        assertThat(data.lakeFirst()).as("what is to be posted once more").exists();
        assertThat(reconciled())
                .containsOnlyKeys(Invariant.OF_THE_DATABASE.toArray(Invariant[]::new))
                .allSatisfy((invariant, reason) -> assertThat(reason).contains("not all of the lake has been posted"));

        start().close();
        assertThat(data.lakeFirst()).doesNotExist();
        assertThat(reconciled()).isEmpty();
    }

    private Platform start() throws Exception {
        return Platform.start(
                PlatformSettings.onFreePorts(directory).withBooks().withCheckpointInterval(Duration.ofMillis(500)));
    }

    /** As an operator does in the web UI. */
    private static void cancelAccounting(Platform platform) throws Exception {
        HttpRequest cancel = HttpRequest.newBuilder(platform.webUi().resolve("/jobs/" + Job.ACCOUNTING.id()))
                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(cancel, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(202);
        while (platform.troubles().isEmpty()) {
            Thread.sleep(20);
        }
    }

    private static void trade(Platform platform) throws Exception {
        CommandCodec codec = new CommandCodec();
        DemoMarket market = new DemoMarket(3, 400, "test");
        try (KinesisProducer producer = KinesisProducer.open(platform.streams(), Streams.COMMANDS)) {
            for (int step = 0; step < 20; step++) {
                producer.put(market.step(MORNING + step * 100L, List.of()).stream()
                        .map(submission -> new OutgoingRecord(submission.partitionKey(), submission.data(codec)))
                        .toList());
            }
        }
    }

    /** Nothing is found wrong; what was not compared, and why. */
    private SortedMap<Invariant, String> reconciled() throws Exception {
        try (StillMarket still = StillMarket.open(DataDirectory.of(directory))) {
            assertThat(still.hasHadBooks()).isTrue();
            Verdict verdict = Reconciliation.of(still, StillMarket.rules(), directory.resolve("scratch"));
            assertThat(verdict.violations()).extracting(Violation::text).isEmpty();
            assertThat(verdict.accounts().events()).isPositive();
            return verdict.notCompared();
        }
    }
}
