package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.market.MarketRules;
import io.stockmate.lake.LakeSettings;
import io.stockmate.pipelines.runtime.JobSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MatchingPropertiesTest {
    private static final PropertyGroups LEAST = PropertyGroups.none()
            .with("matching", "operators", "house")
            .with("matching.lake", "path", "s3://lake/market");

    @Test
    void defaults() {
        MatchingProperties properties = MatchingProperties.of(LEAST);

        assertThat(properties.rules())
                .isEqualTo(MarketRules.of(List.of("house"), Duration.ofDays(7).toMillis()));
        assertThat(properties.job()).isEqualTo(JobSettings.of(PropertyGroup.of("matching.flink", Map.of())));
        assertThat(properties.lake().path()).isEqualTo(new Path("s3://lake/market"));
        assertThat(properties.lake().settings()).isEqualTo(new LakeSettings(16 * 1024 * 1024, 65_536, 16_384));
        assertThat(properties.commands().id()).isEqualTo("matching.commands");
        assertThat(properties.events().id()).isEqualTo("matching.events");
        assertThat(properties.orderStatus().id()).isEqualTo("matching.order-status");
    }

    @Test
    void everyNameIsRead() {
        MatchingProperties properties = MatchingProperties.of(LEAST.with("matching", "operators", "house, exchange-2")
                .with("matching", "correctable", "2 d")
                .with("matching.flink", "state.backend.type", "hashmap")
                .with("matching.commands", "stream.name", "orders")
                .with("matching.events", "stream.name", "happenings")
                .with("matching.order-status", "delivery.stream.name", "statuses")
                .with("matching.lake", "parquet.block.size", "1048576")
                .with("matching.lake", "parquet.block.row.count.limit", "1000")
                .with("matching.lake", "rows.held", "500"));

        assertThat(properties.rules())
                .isEqualTo(MarketRules.of(
                        List.of("exchange-2", "house"), Duration.ofDays(2).toMillis()));
        assertThat(properties.job().stateBackend()).isEqualTo(JobSettings.StateBackendType.hashmap);
        assertThat(properties.commands().text("stream.name")).isEqualTo("orders");
        assertThat(properties.events().text("stream.name")).isEqualTo("happenings");
        assertThat(properties.orderStatus().text("delivery.stream.name")).isEqualTo("statuses");
        assertThat(properties.lake().settings()).isEqualTo(new LakeSettings(1_048_576, 1_000, 500));
    }

    @Test
    void groupsOfOtherJobsMayLieBesideThem() {
        assertThat(MatchingProperties.of(LEAST.with("anomaly", "threshold", "3"))
                        .rules())
                .isEqualTo(MatchingProperties.of(LEAST).rules());
    }

    @Test
    void operatorsAndLakeMustBeGiven() {
        assertThatThrownBy(() -> MatchingProperties.of(PropertyGroups.none().with("matching.lake", "path", "/lake")))
                .hasMessage("property group matching: operators is missing");
        assertThatThrownBy(() -> MatchingProperties.of(PropertyGroups.none().with("matching", "operators", "house")))
                .hasMessage("property group matching.lake: path is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"house;exchange", "house,,exchange", "an-account-of-more-than-32-characters"})
    void operatorsThatAreNoAccountsAreRefused(String operators) {
        assertThatThrownBy(() -> MatchingProperties.of(LEAST.with("matching", "operators", operators)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operators = " + operators);
    }

    @Test
    void correctableHasALimit() {
        assertThatThrownBy(() -> MatchingProperties.of(LEAST.with("matching", "correctable", "367 d")))
                .hasMessageContaining("correctable = 367 d")
                .hasMessageContaining("366 d");
    }

    @Test
    void anUnknownGroupOrNameOfMatchingIsRefused() {
        assertThatThrownBy(() -> MatchingProperties.of(LEAST.with("matching.stream", "name", "x")))
                .hasMessageContaining("matching.stream is not known");
        assertThatThrownBy(() -> MatchingProperties.of(LEAST.with("matching", "operator", "x")))
                .hasMessageContaining("operator is not known");
        assertThatThrownBy(() -> MatchingProperties.of(LEAST.with("matching.lake", "root", "x")))
                .hasMessageContaining("root is not known");
    }
}
