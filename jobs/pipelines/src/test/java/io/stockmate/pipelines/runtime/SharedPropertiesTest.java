package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SharedPropertiesTest {
    /** GetRecords a second and shard, by all readers of a stream together. */
    private static final double ALLOWED_BY_KINESIS = 5;

    private static final List<String> SOURCES =
            List.of("matching.commands", "anomaly.events", "demand.events", "accounting.events");

    @Test
    void jobsThatReadTheSameStreamKeepItsLimitTogether() throws IOException {
        PropertyGroups groups = PropertyGroups.parse(
                Files.readString(
                        Path.of("src/main/resources/io/stockmate/pipelines/jobs.json"), StandardCharsets.UTF_8),
                "jobs.json");
        Map<String, Double> requests = new TreeMap<>();
        for (String source : SOURCES) {
            SourceSettings settings = SourceSettings.of(groups.group(source));
            requests.merge(settings.streamName(), 1_000.0 / settings.requestIntervalMillis(), Double::sum);
        }
        assertThat(requests).containsOnlyKeys("commands", "events");
        assertThat(requests.values())
                .allSatisfy(perSecond -> assertThat(perSecond).isLessThanOrEqualTo(ALLOWED_BY_KINESIS));
    }
}
