package io.stockmate.local.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.local.platform.OperatorTimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SummaryTest {
    private static final long JVM_START = 1_000_000;

    @Test
    void tellsTotalsTimesAndWhetherAllWasAnswered() {
        Latencies latencies = new Latencies();
        latencies.add(80);
        OperatorTimes operator = new OperatorTimes(20_000, 1_500_000, 2_000_000);
        assertThat(new Summary(Duration.ofSeconds(60), score(0), latencies, operator, JVM_START).lines())
                .containsExactly(
                        "The market ran for 60 s.",
                        "",
                        "commands             events",
                        "NewOrder        9    ExecutionReport        12",
                        "Tick            3    Trade                   4",
                        "(dead letters)  2    (refusals among them)   1",
                        "",
                        "No alert was raised.",
                        "",
                        "time                                                            p50       p99       max",
                        "arrival of a command until each of its events is readable     80 ms     80 ms     80 ms",
                        "inside the operator that matches                           0.020 ms  1.500 ms  2.000 ms",
                        "",
                        "Every one of 12 commands was answered.",
                        "Trades in the data directory, earlier runs included: 40",
                        "First trade 4.2 s after the start of the JVM.");
    }

    @Test
    void whatWasNotAnsweredIsSaid() {
        assertThat(new Summary(Duration.ZERO, score(5), new Latencies(), new OperatorTimes(0, 0, 0), JVM_START).lines())
                .contains("5 of 12 commands were not answered.");
    }

    @Test
    void theScoreboardIsOneLine() {
        ScoreLine line = new ScoreLine(
                Duration.ofSeconds(75),
                score(5),
                17,
                Optional.of(Duration.ofMillis(3_900)),
                80,
                120,
                0,
                OptionalLong.empty(),
                Map.of("ledger", "balance 0 in 4 units, 1 trades behind"),
                List.of());
        assertThat(line.text())
                .isEqualTo(
                        "01:15  orders 9  trades 4  rejects 1  books 19  alerts 0  events/s 17  lag 5  dead letters 2"
                                + "  checkpoint 3 s ago  p50 80 ms  p99 120 ms"
                                + "  ledger balance 0 in 4 units, 1 trades behind");
    }

    private static Score score(long unanswered) {
        return new Score(
                Map.of("NewOrder", 9L, "Tick", 3L),
                Map.of("Trade", 4L, "ExecutionReport", 12L),
                2,
                unanswered,
                0,
                1,
                19,
                40,
                0,
                0,
                JVM_START + 4_200,
                Map.of(),
                List.of());
    }
}
