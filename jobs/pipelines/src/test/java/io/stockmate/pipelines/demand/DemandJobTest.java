package io.stockmate.pipelines.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.StoredAs;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.StoredSeries;
import io.stockmate.core.demand.daily.SymbolDemand;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.core.state.HeapPieces;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The job on a cluster: killed, restored and rescaled it writes the rows that it writes undisturbed. */
final class DemandJobTest {
    /** So many that forecasters have settled for either model before the second restore; one starts from a prior. */
    private static final int DAYS = 80;

    /** The second restore is after as many parts of the stream: {@link DisturbedRuns}. */
    private static final double BEFORE_SECOND_RESTORE = 5 / 6.0;

    private static final DemandSettings SETTINGS = new DemandSettings(
            DemandSettings.DEFAULT.correctableMs(),
            DemandSettings.DEFAULT.horizonDays(),
            DemandSettings.DEFAULT.seasons(),
            Map.of(RetailWeeks.TOYS, new ColdStart(10, 4, 0, 5)));
    private static final List<ArrivedRecord> STREAM = records();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .setConfiguration(Configuration.fromMap(Map.of("taskmanager.memory.managed.size", "256m")))
            .build());

    @TempDir
    private Path directory;

    private final CollectingSink<ReplenishmentSuggestion> published = new CollectingSink<>("suggestions");

    @Test
    void killedRestoredAndRescaledItWritesTheSameRows() throws Exception {
        DisturbedRuns runs = new DisturbedRuns(directory, STREAM);
        Path undisturbed = directory.resolve("undisturbed");
        runs.undisturbed(records -> build(records, undisturbed));
        List<ReplenishmentSuggestion> suggestions = suggestions(undisturbed);
        assertThat(suggestions).extracting(ReplenishmentSuggestion::action).contains(SuggestedAction.RELEASE);
        assertThat(published.collected()).containsExactlyInAnyOrderElementsOf(suggestions);

        assertThat(facts(undisturbed))
                .as("buyers who went away with less, and issues told too late, are among the facts")
                .anySatisfy(day -> assertThat(day.unmet()).isPositive())
                .anySatisfy(day -> assertThat(day.late()).isPositive());

        assertThat(storedBeforeSecondRestore())
                .as("both kinds of models are restored")
                .contains(StoredAs.COUNTS, StoredAs.SMOOTH);

        Path disturbed = directory.resolve("disturbed");
        runs.disturbed(records -> build(records, disturbed));

        for (LakeTable table :
                List.of(LakeTable.DEMAND, LakeTable.FORECAST, LakeTable.FORECAST_SCORE, LakeTable.SUGGESTION)) {
            assertThat(LakeDifference.between(undisturbed, disturbed, table, LogSelection.ALL))
                    .as(table.tableName())
                    .isEmpty();
        }
    }

    private static List<ReplenishmentSuggestion> suggestions(Path lake) {
        List<ReplenishmentSuggestion> suggestions = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(lake, row -> assertThat(row).isNull())) {
            reader.suggestions(suggestions::add);
        }
        return suggestions;
    }

    private static List<DemandDay> facts(Path lake) {
        List<DemandDay> days = new ArrayList<>();
        try (LakeReader reader = LakeReader.open(lake, row -> assertThat(row).isNull())) {
            reader.demand(days::add);
        }
        return days;
    }

    /** How the series are stored shortly before the second restore, those of all symbols. */
    private static List<StoredAs> storedBeforeSecondRestore() {
        List<Event> events = RetailWeeks.events(7, 3, DAYS);
        AcceptedCommands accepted = new AcceptedCommands();
        Map<String, HeapPieces> pieces = new TreeMap<>();
        for (Event event : events.subList(0, (int) (events.size() * BEFORE_SECOND_RESTORE) - 1)) {
            if (SymbolDemand.concerns(event)) {
                SymbolDemand.apply(
                        event,
                        accepted.configuration(event),
                        SETTINGS,
                        pieces.computeIfAbsent(event.symbol(), any -> new HeapPieces()),
                        new NoResults());
            }
        }
        return pieces.values().stream()
                .flatMap(each -> StoredSeries.of(SETTINGS, each).stream())
                .toList();
    }

    private void build(DataStream<ArrivedRecord> records, Path lake) {
        DemandTopology.build(
                OrderedEvents.of(records, RetailWeeks.RULES, EarlyLimits.DEFAULT, EventHistory.NONE),
                SETTINGS,
                new DemandSinks(
                        published,
                        LakeSink.create(new org.apache.flink.core.fs.Path(lake.toUri()), LakeSettings.DEFAULT)));
    }

    private static List<ArrivedRecord> records() {
        EventCodec codec = new EventCodec();
        return RetailWeeks.events(7, 3, DAYS).stream()
                .map(event -> new ArrivedRecord(
                        new Cause("shardId-000000000000", "1", 0, event.header().ts()), "-", codec.encode(event)))
                .toList();
    }
}
