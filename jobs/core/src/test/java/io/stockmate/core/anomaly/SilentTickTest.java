package io.stockmate.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a tick lets a rule forget without a word is forgotten in the written state too. */
class SilentTickTest {
    @Test
    void loadedWatchComparesWithNothingThatTheOtherHasForgotten() {
        WatchedMarket market = new AnomalyScenario()
                .run(
                        """
                        shares
                        only PRICE_CHANGE
                        rule PRICE_CHANGE 5 60
                        tick
                        sell A 1 @ 100
                        buy B 1 @ 100
                        +80s
                        tick
                        rule PRICE_CHANGE 5 3600
                        sell A 1 @ 110
                        buy B 1 @ 110
                        """);

        assertThat(market.alerts()).isEmpty();
    }

    @Test
    void accountsThatDoNothingMoreLeaveNothingBehind() {
        StringBuilder script = new StringBuilder("shares\n");
        for (int i = 0; i < 60; i++) {
            script.append("sell S 1 @ 10\nbuy A").append(i).append(" 1 @ 10\n");
        }
        script.append("+1d\ntick\n+1d\ntick\n+1d\n").append("tick\n".repeat(40));

        assertThat(AnomalyScenario.runWhateverIsSaid(script.toString().strip()).pieces())
                .hasSizeLessThan(10);
    }
}
