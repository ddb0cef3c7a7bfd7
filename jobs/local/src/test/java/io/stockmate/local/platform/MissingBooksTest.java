package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import io.stockmate.producers.DemoMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose books are away for a run, and one whose books were removed. */
@Timeout(180)
class MissingBooksTest {
    private static final long MORNING = 1_767_261_600_000L;

    @TempDir
    private Path directory;

    @Test
    void whatHappensWithoutPostgresIsBookedWhenItIsThereAndAgainFromTheLakeWhereItWasRemoved() throws Exception {
        DataDirectory data = DataDirectory.of(directory);
        // Also an orphan that cannot be ended must not keep the market from starting.
        Path unreadable = Files.createDirectories(data.postgres().resolve("server/postmaster.pid"));
        try (Platform platform = start()) {
            assertThat(platform.books().postgres()).isEmpty();
            assertThat(platform.books().text()).contains("accounting waits").contains("start again");
            trade(platform);
        }
        assertThat(data.savepoints("accounting")).doesNotExist();
        assertReconciled("accounting waits", Invariant.BOOKS_FOLLOW_THE_EVENTS, Invariant.TRADES_ARE_BOOKED);

        Files.delete(unreadable);
        long booked;
        try (Platform platform = start()) {
            platform.stopJobs();
            booked = transactions(platform);
        }
        assertThat(booked).isPositive();
        assertReconciled("");

        Directories.remove(data.postgres());
        assertReconciled("there is no database");
        assertThat(data.postgres()).as("what only reads makes nothing").doesNotExist();
        Files.createDirectories(data.postgres());
        Files.createFile(data.postgres().resolve("complete"));
        Files.writeString(data.postgres().resolve("server"), "no directory");
        assertReconciled("Postgres cannot be started");

        Directories.remove(data.postgres());
        try (Platform platform = start()) {
            platform.stopJobs();
            assertThat(transactions(platform)).isEqualTo(booked);
        }
        assertReconciled("");
        assertThat(data.lakeFirst()).doesNotExist();
    }

    private Platform start() throws Exception {
        return Platform.start(
                PlatformSettings.onFreePorts(directory).withBooks().withCheckpointInterval(Duration.ofMillis(500)));
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

    private static long transactions(Platform platform) throws Exception {
        LocalPostgres postgres = platform.books().postgres().orElseThrow();
        try (Connection reader = postgres.connection(LocalPostgres.READER);
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from ledger.transaction")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * @param reason a part of why what needs a database could not be compared; empty where it could
     * @param more what could not for the same reason
     */
    private void assertReconciled(String reason, Invariant... more) throws Exception {
        try (StillMarket market = StillMarket.open(DataDirectory.of(directory))) {
            Verdict verdict =
                    Reconciliation.of(market, StillMarket.rules(), Files.createTempDirectory("missing-books"));
            assertThat(verdict.violations()).extracting(Violation::text).isEmpty();
            if (reason.isEmpty()) {
                assertThat(verdict.notCompared()).isEmpty();
            } else {
                assertThat(verdict.notCompared())
                        .hasSize(more.length + Invariant.OF_THE_DATABASE.size())
                        .containsKeys(Invariant.OF_THE_DATABASE.toArray(Invariant[]::new))
                        .allSatisfy((invariant, told) -> assertThat(told).contains(reason));
            }
        }
    }
}
