package io.stockmate.pipelines.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.billing.UsageOutbox;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.PostingSink;
import io.stockmate.connectors.kinesis.ArrivedRecordType;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.RandomTrading;
import io.stockmate.core.message.AccountingRecord;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LakeSettings;
import io.stockmate.lake.LakeSink;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import io.stockmate.pipelines.events.EventHistory;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.CollectingSink;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The job on a cluster with a database: killed, restored and rescaled it books what it books undisturbed. */
final class AccountingJobTest {
    private static final LedgerSettings SETTINGS = LedgerSettings.of(RandomTrading.RULES.correctableMs());
    private static final List<ArrivedRecord> STREAM = records();
    private static final List<String> TABLES = List.of(
            "view.order_status",
            "view.stock_level",
            "view.top_of_book",
            "view.instrument",
            "view.payment",
            "billing.usage");
    private static final int PER_CHECKPOINT = STREAM.size() / 12;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .setConfiguration(Configuration.fromMap(Map.of("taskmanager.memory.managed.size", "256m")))
            .build());

    @TempDir
    private Path directory;

    private final CollectingSink<AccountingRecord> delivered = new CollectingSink<>("accounting");

    @Test
    void killedRestoredAndRescaledItBooksTheSame() throws Exception {
        try (BooksDatabase database = BooksDatabase.start()) {
            Path undisturbed = directory.resolve("undisturbed");
            start(undisturbed, database.writer("steady"), 1, null, STREAM.size())
                    .getJobExecutionResult()
                    .get();
            List<AccountingRecord> records = records(undisturbed);
            assertThat(delivered.collected()).containsExactlyInAnyOrderElementsOf(records);

            Path disturbed = directory.resolve("disturbed");
            PropertyGroup restless = database.writer("restless");
            Progress.FAIL_AT.set(STREAM.size() / 5);
            String one = stopped(start(disturbed, restless, 1, null, PER_CHECKPOINT), STREAM.size() / 3);
            assertThat(Progress.FAIL_AT).as("it was killed").hasValue(0);
            String two = stopped(start(disturbed, restless, 2, one, PER_CHECKPOINT), STREAM.size() / 2);
            start(disturbed, restless, 4, two, PER_CHECKPOINT)
                    .getJobExecutionResult()
                    .get();

            for (LakeTable table : List.of(LakeTable.TRANSFER, LakeTable.USAGE)) {
                assertThat(LakeDifference.between(undisturbed, disturbed, table, LogSelection.ALL))
                        .as(table.tableName())
                        .isEmpty();
            }
            Set<Transfer> transfers = transfers(records);
            assertThat(database.transfers("steady")).hasSameSizeAs(transfers).containsAll(transfers);
            assertThat(database.transfers("restless")).hasSameSizeAs(transfers).containsAll(transfers);
            for (String table : TABLES) {
                assertThat(database.rows("steady", table)).as(table).isNotEmpty();
                assertThat(database.rows("restless", table)).as(table).isEqualTo(database.rows("steady", table));
            }
            assertThat(Set.copyOf(delivered.collected())).isEqualTo(Set.copyOf(records));
        }
    }

    private static Set<Transfer> transfers(List<AccountingRecord> records) {
        Set<Transfer> transfers = new HashSet<>();
        for (AccountingRecord each : records) {
            if (each instanceof Transfer transfer) {
                assertThat(transfers.add(transfer)).isTrue();
            }
        }
        assertThat(transfers).hasSizeGreaterThan(500);
        return transfers;
    }

    private static List<AccountingRecord> records(Path lake) {
        List<AccountingRecord> records = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(lake, row -> assertThat(row).isNull())) {
            reader.transfers(records::add);
            reader.usage(records::add);
        }
        assertThat(records).hasAtLeastOneElementOfType(UsageRecord.class);
        return records;
    }

    /** Stops the job with a savepoint once the source has given so many records since its start. */
    private String stopped(JobClient job, int records) throws Exception {
        while (Progress.RECORDS.get() < records) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return job.stopWithSavepoint(
                        false, directory.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    private JobClient start(Path lake, PropertyGroup ledger, int parallelism, @Nullable String from, int perCheckpoint)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString(
                "execution.checkpointing.dir",
                directory.resolve("checkpoints").toUri().toString());
        if (from != null) {
            configuration.setString("execution.state-recovery.path", from);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        JobSetup.apply(
                JobSettings.of(PropertyGroup.of(
                        "flink",
                        Map.of(
                                JobSettings.CHECKPOINT_INTERVAL, "50 ms",
                                JobSettings.RESTART_DELAY, "10 ms",
                                JobSettings.RESTART_DELAY_MAX, "10 ms"))),
                environment);
        environment.setParallelism(parallelism);
        DataGeneratorSource<ArrivedRecord> source = new DataGeneratorSource<>(
                index -> STREAM.get(index.intValue()),
                STREAM.size(),
                RateLimiterStrategy.perCheckpoint(perCheckpoint),
                new ArrivedRecordType());
        var records = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "Records")
                .setParallelism(1)
                .uid("records")
                .map(new Progress())
                .returns(new ArrivedRecordType())
                .setParallelism(1)
                .uid("progress");
        AccountingTopology.build(
                OrderedEvents.of(records, RandomTrading.RULES, EarlyLimits.DEFAULT, EventHistory.NONE),
                SETTINGS,
                new AccountingSinks(
                        LakeSink.create(new org.apache.flink.core.fs.Path(lake.toUri()), LakeSettings.DEFAULT),
                        delivered,
                        PostingSink.of(ledger),
                        UsageOutbox.sink(ledger),
                        AccountingJob.projections(ledger)));
        Progress.RECORDS.set(0);
        return environment.executeAsync();
    }

    private static List<ArrivedRecord> records() {
        EventCodec codec = new EventCodec();
        return RandomTrading.interleaved(4, 150).stream()
                .map(event -> new ArrivedRecord(
                        new Cause("shardId-000000000000", "1", 0, event.header().ts()), "-", codec.encode(event)))
                .toList();
    }

    /** Counts the records that the source has given since the job's start, and kills the job once where it is told to. */
    private static final class Progress extends RichMapFunction<ArrivedRecord, ArrivedRecord> {
        private static final long serialVersionUID = 1;
        private static final AtomicInteger RECORDS = new AtomicInteger();
        private static final AtomicInteger FAIL_AT = new AtomicInteger();

        @Override
        public ArrivedRecord map(ArrivedRecord record) {
            int place = RECORDS.incrementAndGet();
            int failAt = FAIL_AT.get();
            if (failAt > 0 && place >= failAt) {
                FAIL_AT.set(0);
                throw new IllegalStateException("meant to fail");
            }
            return record;
        }
    }
}
