package io.stockmate.producers.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Outcome FIXED = new Outcome(20, 900, 100, 400);
    private static final List<Outcome> BY_MEAN =
            List.of(new Outcome(30, 800, 200, 100), new Outcome(20, 900, 100, 200), new Outcome(5, 980, 20, 600));

    @Test
    void fewerStockOutsFewerLossesAndNoMoreStockThanTheMeanNeedsHold() {
        Verdict verdict = Verdict.of(FIXED, BY_MEAN, new Outcome(8, 940, 60, 300), 50);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.stockRatio()).as("300 of 400").hasValue(0.75);
    }

    @Test
    void aShopThatSellsNothingFailsThoughItNeverRunsOutAndHoldsNothing() {
        Verdict verdict = Verdict.of(FIXED, BY_MEAN, new Outcome(0, 0, 1_000, 0), 1);
        assertThat(verdict.violations())
                .containsExactly(
                        "shops with approved suggestions could not serve 1000 units, those with a fixed level 100",
                        "shops with approved suggestions serve 0.00 % of demand, less than all that order by the mean");
        assertThat(verdict.stockRatio()).isEmpty();
    }

    @Test
    void moreStockThanTheMeanNeedsFails() {
        Verdict verdict = Verdict.of(FIXED, BY_MEAN, new Outcome(8, 940, 60, 440), 50);
        assertThat(verdict.violations())
                .containsExactly(
                        "shops with approved suggestions hold 440.0 units, the mean needs 400.0 to serve as many");
        assertThat(verdict.stockRatio()).hasValue(1.1);
    }

    @Test
    void asManyStockOutsAsWithAFixedLevelFail() {
        assertThat(Verdict.of(FIXED, BY_MEAN, new Outcome(20, 940, 60, 300), 50).violations())
                .containsExactly("shops with approved suggestions ran out 20 times, those with a fixed level 20 times");
    }

    @Test
    void shopsOfWhichNothingWasApprovedFail() {
        assertThat(Verdict.of(FIXED, BY_MEAN, new Outcome(8, 940, 60, 300), 0).violations())
                .containsExactly("no suggestion was approved");
    }
}
