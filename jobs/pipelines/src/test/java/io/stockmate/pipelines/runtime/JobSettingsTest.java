package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.pipelines.runtime.JobSettings.StateBackendType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JobSettingsTest {
    private static JobSettings of(Map<String, String> properties) {
        return JobSettings.of(PropertyGroup.of("matching.flink", properties));
    }

    @Test
    void defaults() {
        assertThat(of(Map.of()))
                .isEqualTo(new JobSettings(
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(5),
                        5,
                        128,
                        Duration.ofMillis(10),
                        StateBackendType.rocksdb,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10)));
    }

    @Test
    void everyNameIsFlinksOwn() {
        Map<String, String> all = Map.of(
                "execution.checkpointing.interval", "500 ms",
                "execution.checkpointing.timeout", "1 min",
                "execution.checkpointing.tolerable-failed-checkpoints", "0",
                "pipeline.max-parallelism", "16",
                "execution.buffer-timeout.interval", "2 ms",
                "state.backend.type", "hashmap",
                "restart-strategy.exponential-delay.initial-backoff", "100 ms",
                "restart-strategy.exponential-delay.max-backoff", "5 s",
                "restart-strategy.exponential-delay.reset-backoff-threshold", "1 h");

        assertThat(of(all))
                .isEqualTo(new JobSettings(
                        Duration.ofMillis(500),
                        Duration.ofMinutes(1),
                        0,
                        16,
                        Duration.ofMillis(2),
                        StateBackendType.hashmap,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        Duration.ofHours(1)));
        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(JobSettings.NAMES);
    }

    @Test
    void theLongestPauseIsNeverShorterThanTheFirst() {
        assertThat(of(Map.of(JobSettings.RESTART_DELAY, "2 min")).restartDelayMax())
                .isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(() -> of(Map.of(JobSettings.RESTART_DELAY, "2 min", JobSettings.RESTART_DELAY_MAX, "1 min")))
                .hasMessageContaining("restart-strategy.exponential-delay.max-backoff = 1 min")
                .hasMessageContaining("from 2 min");
    }

    @ParameterizedTest
    @CsvSource({
        "execution.checkpointing.interval, 5 fortnights, from 10 ms to 1 h",
        "execution.checkpointing.interval, 2 h, from 10 ms to 1 h",
        "execution.checkpointing.interval, 0, from 10 ms to 1 h",
        "execution.checkpointing.tolerable-failed-checkpoints, -1, from 0",
        "pipeline.max-parallelism, 40000, from 1 to 32768",
        "state.backend.type, forst, rocksdb"
    })
    void aWrongValueIsRefusedByGroupNameValueAndLimit(String name, String value, String limit) {
        assertThatThrownBy(() -> of(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matching.flink")
                .hasMessageContaining(name + " = " + value)
                .hasMessageContaining(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution.checkpointing.unaligned.enabled",
                "execution.checkpointing.unaligned.forced",
                "state.changelog.enabled"
            })
    void settingsThatMakeResultsWrongAreRefusedWithTheReason(String name) {
        assertThatThrownBy(() -> of(Map.of(name, "true")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matching.flink")
                .hasMessageContaining(name + " cannot be set: ")
                .hasMessageEndingWith("; leave it out");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> of(Map.of("execution.checkpointing.intervall", "1 s")))
                .hasMessageContaining("execution.checkpointing.intervall is not known");
    }
}
