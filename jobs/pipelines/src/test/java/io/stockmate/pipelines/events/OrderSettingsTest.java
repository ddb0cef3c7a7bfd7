package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrderSettingsTest {
    private static final PropertyGroup NOTHING_SET = PropertyGroup.of("anomaly.order", Map.of());

    @Test
    void defaults() {
        assertThat(OrderSettings.of(NOTHING_SET)).isEqualTo(new EarlyLimits(50_000, Duration.ofMinutes(10)));
    }

    @Test
    void everyNameIsRead() {
        assertThat(OrderSettings.of(NOTHING_SET.with("early.count.max", "7").with("early.arrival-time.max", "3 h")))
                .isEqualTo(new EarlyLimits(7, Duration.ofHours(3)));
    }

    @Test
    void theHistoryIsALakeWhereOneIsNamed() {
        assertThat(OrderSettings.history(NOTHING_SET, ChainedEvents.RULES)).isSameAs(EventHistory.NONE);
        for (String lake : List.of("/data/lake", "file:///data/lake")) {
            assertThat(OrderSettings.history(NOTHING_SET.with("history.lake", lake), ChainedEvents.RULES))
                    .isEqualTo(new LakeHistory("/data/lake", ChainedEvents.RULES));
        }
        for (String lake : List.of("s3://bucket/lake", "data/lake")) {
            assertThatThrownBy(() -> OrderSettings.history(NOTHING_SET.with("history.lake", lake), ChainedEvents.RULES))
                    .hasMessageContaining(
                            "history.lake = " + lake + " is not the absolute path of a directory on this machine");
        }
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        assertThatThrownBy(() -> OrderSettings.of(NOTHING_SET.with("early.count.max", "0")))
                .hasMessageContaining("anomaly.order: early.count.max = 0 is not a whole number from 1 to 10000000");
        assertThatThrownBy(() -> OrderSettings.of(NOTHING_SET.with("early.arrival-time.max", "0 s")))
                .hasMessageContaining("early.arrival-time.max = 0 s");
        assertThatThrownBy(() -> OrderSettings.of(NOTHING_SET.with("early.max", "1")))
                .hasMessageContaining("early.max is not known");
    }

    @Test
    void theReadmeNamesEverySetting() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(OrderSettings.NAMES).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }
}
