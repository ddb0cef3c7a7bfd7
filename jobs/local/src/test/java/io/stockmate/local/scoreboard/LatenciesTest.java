package io.stockmate.local.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void nothingMeasuredIsZero() {
        assertThat(latencies.percentile(99)).isZero();
        assertThat(latencies.max()).isZero();
    }

    @Test
    void percentilesAreExactToTheMillisecond() {
        for (int milliseconds = 1; milliseconds <= 200; milliseconds++) {
            latencies.add(milliseconds);
        }
        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
        assertThat(latencies.count()).isEqualTo(200);
    }

    @Test
    void whatTakesLongerThanAMinuteCountsAsTheLongest() {
        latencies.add(5);
        latencies.add(90_000);
        assertThat(latencies.percentile(50)).isEqualTo(5);
        assertThat(latencies.percentile(99)).isEqualTo(90_000);
    }

    @Test
    void timeThatWentBackCountsAsNone() {
        latencies.add(-3);
        assertThat(latencies.max()).isZero();
        assertThat(latencies.count()).isEqualTo(1);
    }
}
