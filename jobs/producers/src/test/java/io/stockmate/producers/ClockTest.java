package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final Clock clock = new Clock(1_000);

    @Test
    void saysNothingWhileNoSymbolIsKnown() {
        assertThat(clock.step(5_000)).isEmpty();
    }

    @Test
    void ticksOncePerSymbolAndInterval() {
        clock.observe(Events.top("CSCO", 1));
        clock.observe(Events.top("AMZN", 7));
        clock.observe(Events.top("AMZN", 8));

        assertThat(symbols(clock.step(5_000))).containsExactly("AMZN", "CSCO");
        assertThat(clock.step(5_999)).isEmpty();
        assertThat(symbols(clock.step(6_000))).containsExactly("AMZN", "CSCO");
    }

    @Test
    void ticksAreCommandsOfTheClock() {
        clock.observe(Events.top("AMZN", 1));

        Command tick = ((Submission.OfCommand) clock.step(1_000).get(0)).command();
        assertThat(tick.account()).isEqualTo("CLOCK");
        assertThat(tick.body()).isEqualTo(new Tick());
    }

    @Test
    void answersToUnknownSymbolsMakeNoSymbolKnown() {
        clock.observe(Events.top("NOSUCH", 0));

        assertThat(clock.symbols()).isZero();
        assertThat(clock.step(1_000)).isEmpty();
    }

    @Test
    void intervalsThatWentByGiveOneTick() {
        clock.observe(Events.top("AMZN", 1));
        clock.step(1_000);

        assertThat(clock.step(60_000)).hasSize(1);
        assertThat(clock.step(60_500)).isEmpty();
    }

    @Test
    void timeThatGoesBackGivesNoTick() {
        clock.observe(Events.top("AMZN", 1));
        clock.step(10_000);

        assertThat(clock.step(4_000)).isEmpty();
    }

    @Test
    void refusesAnIntervalOfNoTime() {
        assertThatThrownBy(() -> new Clock(0)).hasMessageContaining("0 ms").hasMessageContaining("at least 1 ms");
    }

    private static List<String> symbols(List<Submission> submissions) {
        return submissions.stream()
                .map(submission -> ((Submission.OfCommand) submission).command().symbol())
                .toList();
    }
}
