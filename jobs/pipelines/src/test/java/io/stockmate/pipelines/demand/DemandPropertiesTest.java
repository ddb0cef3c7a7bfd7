package io.stockmate.pipelines.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.daily.DemandSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name and every default. */
class DemandPropertiesTest {
    @Test
    void whatAllDeploymentsShareLacksOnlyTheLake() throws IOException {
        assertThat(DemandProperties.of(shared()).settings())
                .isEqualTo(new DemandSettings(7_200_000, 28, List.of(7), Map.of()));
    }

    @Test
    void everyPropertyIsRead() throws IOException {
        DemandSettings settings = DemandProperties.of(shared().with("demand", "day.correctable", "1 h")
                        .with("demand", "horizon.days", "14")
                        .with("demand", "seasons.days", "7,365")
                        .with("demand.cold-start", "Toys", "4.5 3 0.25 2"))
                .settings();
        assertThat(settings)
                .isEqualTo(new DemandSettings(
                        3_600_000, 14, List.of(7, 365), Map.of("Toys", new ColdStart(4.5, 3, 0.25, 2))));
    }

    @Test
    void whatCannotBeUsedIsNamed() throws IOException {
        PropertyGroups strange = shared().with("demand.forecasts", "x", "y");
        assertThatThrownBy(() -> DemandProperties.of(strange)).hasMessageContaining("demand.forecasts is not known");
        PropertyGroups prior = shared().with("demand.cold-start", "Toys", "many");
        assertThatThrownBy(() -> DemandProperties.of(prior)).hasMessageContaining("Toys = many");
        PropertyGroups seasons = shared().with("demand", "seasons.days", "week");
        assertThatThrownBy(() -> DemandProperties.of(seasons)).hasMessageContaining("seasons.days = week");
    }

    /** Without generated uids, the graph is made only if every operator has one. */
    @Test
    void everyOperatorOfTheJobHasAUid(@TempDir Path lake) throws IOException {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();

        DemandJob.build(
                environment, shared().with("demand.lake", "path", lake.toUri().toString()));

        assertThat(environment.getStreamGraph().getJobGraph().getVerticesAsArray())
                .isNotEmpty();
    }

    private static PropertyGroups shared() throws IOException {
        try (InputStream file = DemandJob.class.getResourceAsStream("/io/stockmate/pipelines/jobs.json")) {
            assertThat(file).isNotNull();
            return PropertyGroups.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), "jobs.json")
                    .with("demand.lake", "path", "s3://lake/market");
        }
    }
}
