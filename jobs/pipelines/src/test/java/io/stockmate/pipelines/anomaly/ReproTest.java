package io.stockmate.pipelines.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.anomaly.AnomalyScenario;
import io.stockmate.core.anomaly.WatchedMarket;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void everyRuleCanBeCheckedInTheLake() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String name : AnomalyScenario.names()) {
            WatchedMarket market = AnomalyScenario.play(name);
            Path lake = directory.resolve(name);
            write(lake, market.events());
            try (LakeQueries queries = LakeQueries.open(lake)) {
                for (Alert alert : market.alerts()) {
                    asked++;
                    assertThat(alert.repro()).doesNotContainIgnoringCase(" alert");
                    List<List<Object>> rows = queries.ask(alert.repro()).rows();
                    List<List<BigDecimal>> told =
                            List.of(List.of(decimal(alert.observed()), decimal(alert.expected())));
                    if (!rows.equals(told)) {
                        wrong.add(alert.alertId() + " " + told + " but " + rows + " by " + alert.repro());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(2 * AnomalyScenario.names().size());
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
