package io.stockmate.pipelines.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.billing.UsageOutbox;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.jdbc.PostingSink;
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
import io.stockmate.pipelines.runtime.DisturbedRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.test.junit5.MiniClusterExtension;
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
            DisturbedRuns runs = new DisturbedRuns(directory, STREAM);
            Path undisturbed = directory.resolve("undisturbed");
            PropertyGroup steady = database.writer("steady");
            runs.undisturbed(records -> build(records, undisturbed, steady));
            List<AccountingRecord> booked = records(undisturbed);
            assertThat(delivered.collected()).containsExactlyInAnyOrderElementsOf(booked);

            Path disturbed = directory.resolve("disturbed");
            PropertyGroup restless = database.writer("restless");
            runs.disturbed(records -> build(records, disturbed, restless));

            for (LakeTable table : List.of(LakeTable.TRANSFER, LakeTable.USAGE)) {
                assertThat(LakeDifference.between(undisturbed, disturbed, table, LogSelection.ALL))
                        .as(table.tableName())
                        .isEmpty();
            }
            Set<Transfer> transfers = transfers(booked);
            assertThat(database.transfers("steady")).hasSameSizeAs(transfers).containsAll(transfers);
            assertThat(database.transfers("restless")).hasSameSizeAs(transfers).containsAll(transfers);
            for (String table : TABLES) {
                assertThat(database.rows("steady", table)).as(table).isNotEmpty();
                assertThat(database.rows("restless", table)).as(table).isEqualTo(database.rows("steady", table));
            }
            assertThat(Set.copyOf(delivered.collected())).isEqualTo(Set.copyOf(booked));
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

    private void build(DataStream<ArrivedRecord> records, Path lake, PropertyGroup ledger) {
        AccountingTopology.build(
                OrderedEvents.of(records, RandomTrading.RULES, EarlyLimits.DEFAULT, EventHistory.NONE),
                SETTINGS,
                new AccountingSinks(
                        LakeSink.create(new org.apache.flink.core.fs.Path(lake.toUri()), LakeSettings.DEFAULT),
                        delivered,
                        PostingSink.of(ledger),
                        UsageOutbox.sink(ledger),
                        AccountingJob.projections(ledger)));
    }

    private static List<ArrivedRecord> records() {
        EventCodec codec = new EventCodec();
        return RandomTrading.interleaved(4, 150).stream()
                .map(event -> new ArrivedRecord(
                        new Cause("shardId-000000000000", "1", 0, event.header().ts()), "-", codec.encode(event)))
                .toList();
    }
}
