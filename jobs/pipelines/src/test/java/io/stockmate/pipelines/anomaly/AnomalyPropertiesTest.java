package io.stockmate.pipelines.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.advice.Advisor;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.anomaly.ChosenScorers;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name and every default. */
class AnomalyPropertiesTest {
    @Test
    void whatAllDeploymentsShareLacksOnlyTheLake() throws IOException {
        AnomalySettings settings = AnomalyProperties.of(shared()).settings();

        assertThat(settings.severeFrom()).isEqualTo(100_000 * Decimal.ONE);
        assertThat(settings.majorFrom()).isEqualTo(10_000 * Decimal.ONE);
        assertThat(settings.bucketMs()).isEqualTo(300_000);
        assertThat(settings.refractoryMs()).isEqualTo(3_600_000);
        assertThat(settings.perDayMax()).isEqualTo(4);
        assertThat(settings.chosen()).isEqualTo(ChosenScorers.NONE);
        assertThat(settings.recipients()).containsEntry(AlertKind.WASH_TRADE, "surveillance");
    }

    @Test
    void everyPropertyIsRead() throws IOException {
        AnomalySettings settings = AnomalyProperties.of(shared().with("anomaly", "severity.severe.from", "2")
                        .with("anomaly", "severity.major.from", "1")
                        .with("anomaly", "series.bucket", "1 min")
                        .with("anomaly", "series.refractory", "2 min")
                        .with("anomaly", "series.per-day.max", "3")
                        .with("anomaly", "series.forest", "AMZN, SKU-001")
                        .with("anomaly", "recipient.WASH_TRADE", "compliance"))
                .settings();

        assertThat(settings.severeFrom()).isEqualTo(2 * Decimal.ONE);
        assertThat(settings.majorFrom()).isEqualTo(Decimal.ONE);
        assertThat(settings.bucketMs()).isEqualTo(60_000);
        assertThat(settings.refractoryMs()).isEqualTo(120_000);
        assertThat(settings.perDayMax()).isEqualTo(3);
        assertThat(settings.chosen()).isEqualTo(new Forests(Set.of("AMZN", "SKU-001")));
        assertThat(settings.recipients()).containsEntry(AlertKind.WASH_TRADE, "compliance");
    }

    @Test
    void nobodyIsAskedForAdviceUnlessItIsSaidWhom() throws IOException {
        assertThat(AnomalyProperties.of(shared()).advice()).isEqualTo(AdviceProperties.OFF);
        assertThat(AdviceProperties.OFF.advisor()).isNull();
        assertThat(AdviceProperties.OFF.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(AdviceProperties.OFF.inFlightMax()).isEqualTo(8);

        AdviceProperties advice = AnomalyProperties.of(
                        shared().with("anomaly.advice", "address", "http://127.0.0.1:9/alerts")
                                .with("anomaly.advice", "timeout", "2 s")
                                .with("anomaly.advice", "in-flight.max", "3")
                                .with("anomaly.advice", "authorization.file", "/run/secrets/advice"))
                .advice();

        assertThat(advice.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(advice.inFlightMax()).isEqualTo(3);
        assertThat(advice.advisor()).extracting(Advisor::name).isEqualTo("127.0.0.1:9/alerts");
        PropertyGroups ftp = shared().with("anomaly.advice", "address", "ftp://127.0.0.1/alerts");
        assertThatThrownBy(() -> AnomalyProperties.of(ftp)).hasMessageContaining("address = ftp://127.0.0.1/alerts");
    }

    @Test
    void theReadmeNamesEveryProperty() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(
                        "`" + AnomalyProperties.SEVERE_FROM + "`",
                        "`" + AnomalyProperties.MAJOR_FROM + "`",
                        "`" + AnomalyProperties.SERIES_BUCKET + "`",
                        "`" + AnomalyProperties.SERIES_REFRACTORY + "`",
                        "`" + AnomalyProperties.SERIES_PER_DAY_MAX + "`",
                        "`" + AnomalyProperties.SERIES_FOREST + "`",
                        "`" + AnomalyProperties.RECIPIENT + "KIND`",
                        "`" + AdviceProperties.ADDRESS + "`",
                        "`" + AdviceProperties.TIMEOUT + "`",
                        "`" + AdviceProperties.IN_FLIGHT_MAX + "`",
                        "`" + AdviceProperties.AUTHORIZATION_FILE + "`");
    }

    @Test
    void unknownGroupsAndUnusableDesksAreNamed() throws IOException {
        PropertyGroups strange = shared().with("anomaly.alarms", "x", "y");
        assertThatThrownBy(() -> AnomalyProperties.of(strange)).hasMessageContaining("anomaly.alarms is not known");
        PropertyGroups desk = shared().with("anomaly", "recipient.WASH_TRADE", "the desk!");
        assertThatThrownBy(() -> AnomalyProperties.of(desk)).hasMessageContaining("recipient.WASH_TRADE = the desk!");
    }

    /** Without generated uids, the graph is made only if every operator has one. */
    @Test
    void everyOperatorOfTheJobHasAUid(@TempDir Path lake) throws IOException {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();

        AnomalyJob.build(
                environment, shared().with("anomaly.lake", "path", lake.toUri().toString()));

        assertThat(environment.getStreamGraph().getJobGraph().getVerticesAsArray())
                .isNotEmpty();
    }

    private static PropertyGroups shared() throws IOException {
        try (InputStream file = AnomalyJob.class.getResourceAsStream("/io/stockmate/pipelines/jobs.json")) {
            assertThat(file).isNotNull();
            return PropertyGroups.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), "jobs.json")
                    .with("anomaly.lake", "path", "s3://lake/market");
        }
    }
}
