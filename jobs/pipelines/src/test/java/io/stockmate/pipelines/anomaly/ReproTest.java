package io.stockmate.pipelines.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.runtime.Backend;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of an alert gives the alert's numbers, from the tables of events alone. */
class ReproTest {
    @TempDir
    Path directory;

    @Test
    void everyAlertCanBeCheckedInTheLake() throws Exception {
        List<Event> events = PlayedScenarios.interleaved();
        write(directory, events);
        List<String> wrong = new ArrayList<>();
        Set<AlertKind> asked = EnumSet.noneOf(AlertKind.class);
        try (WatchSymbolsHarness job = WatchSymbolsHarness.start(Backend.HEAP);
                LakeQueries queries = LakeQueries.open(directory)) {
            for (Event event : events) {
                job.process(event);
            }
            for (Alert alert : job.output()) {
                asked.add(alert.kind());
                assertThat(alert.repro()).doesNotContainIgnoringCase(" alert");
                List<List<Object>> rows = queries.ask(alert.repro()).rows();
                List<List<BigDecimal>> told = List.of(numbers(alert));
                if (!rows.equals(told)) {
                    wrong.add(alert.alertId() + " " + told + " but " + rows + " by " + alert.repro());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).containsExactlyInAnyOrder(AlertKind.values());
    }

    /** A detector's expectation is its own; a rule's is in the tables, too. */
    private static List<BigDecimal> numbers(Alert alert) {
        boolean detected = alert.kind().unit() == AlertKind.Unit.SCORE;
        return detected
                ? List.of(decimal(alert.observed()))
                : List.of(decimal(alert.observed()), decimal(alert.expected()));
    }

    private static void write(Path lake, List<Event> events) throws Exception {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, java.time.Duration.ofSeconds(5));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        environment.setParallelism(1);
        List<LakeRow> rows = new ArrayList<>();
        for (Event event : events) {
            rows.add(new LakeRow.OfEvent(event));
        }
        environment
                .fromData(LakeRowSerializer.LAKE_ROW, rows.toArray(new LakeRow[0]))
                .sinkTo(LakeSink.create(new org.apache.flink.core.fs.Path(lake.toUri())));
        environment.execute();
    }

    private static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, Decimal.SCALE);
    }
}
