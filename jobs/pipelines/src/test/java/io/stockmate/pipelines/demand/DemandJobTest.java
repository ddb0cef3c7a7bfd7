package io.stockmate.pipelines.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.Forecaster;
import io.stockmate.core.demand.ForecasterSettings;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
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
import java.util.Comparator;
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
    /**
     * So many that all forecasters have chosen their model before the second restore; one of them starts from a prior.
     */
    private static final int DAYS = 40;

    /** The second restore is after five sixths of the stream: {@link DisturbedRuns}. */
    private static final int DAYS_BEFORE_RESTORE = DAYS * 5 / 6 - 1;

    /** So many known days choose a forecaster's model. */
    private static final int DAYS_OF_CHOICE = 22;

    private static final long DAY_MS = 86_400_000;

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

        assertThat(intermittent(facts(undisturbed)))
                .as("both kinds of models are restored")
                .contains(true, false);

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

    /** Whether a series is intermittent, of each whose model is chosen before the second restore. */
    private static List<Boolean> intermittent(List<DemandDay> facts) {
        long first = facts.stream().mapToLong(DemandDay::bucketStart).min().orElseThrow();
        Map<String, Forecaster> series = new TreeMap<>();
        Map<String, Integer> known = new TreeMap<>();
        facts.stream()
                .filter(day -> day.account() != null && day.bucketStart() < first + DAYS_BEFORE_RESTORE * DAY_MS)
                .filter(day -> day.demand() != Absent.NUMBER)
                .sorted(Comparator.comparingLong(DemandDay::bucketStart))
                .forEach(day -> {
                    String name = day.symbol() + " " + day.account();
                    series.computeIfAbsent(name, any -> Forecaster.of(ForecasterSettings.seasons(7)))
                            .observe(day.demand());
                    known.merge(name, 1, Integer::sum);
                });
        return series.entrySet().stream()
                .filter(each -> known.getOrDefault(each.getKey(), 0) >= DAYS_OF_CHOICE)
                .map(each -> each.getValue().intermittent())
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
