package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Tick;
import io.stockmate.core.view.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every command is accepted, rejected or repeated, and its events alone tell which. */
class OutcomeTest {
    private final TestMarket market = TestMarket.ofGoods(0);

    @Test
    void acceptedCommandsHaveNoOtherOutcome() {
        assertThat(outcomes(() -> market.operate(new Tick()))).isEmpty();
        assertThat(outcomes(() -> market.receive("SAM", "m1", 10))).isEmpty();
        assertThat(outcomes(() -> market.sell("SAM", "s1", 10, "9"))).isEmpty();
        assertThat(outcomes(() -> market.buy("ANN", "b1", 5, "9"))).isEmpty();
        assertThat(outcomes(() -> market.replace("SAM", "r1", "s1", 9, ""))).isEmpty();
        assertThat(outcomes(() -> market.cancel("SAM", "c1", "r1"))).isEmpty();
    }

    @Test
    void equalRepeatsAreRepeated() {
        market.receive("SAM", "m1", 10);
        market.sell("SAM", "s1", 10, "9");
        market.replace("SAM", "r1", "s1", 9, "");
        market.cancel("SAM", "c1", "r1");

        assertThat(outcomes(() -> market.receive("SAM", "m1", 10))).containsExactly(Outcome.REPEATED);
        assertThat(outcomes(() -> market.sell("SAM", "s1", 10, "9"))).containsExactly(Outcome.REPEATED);
        assertThat(outcomes(() -> market.replace("SAM", "r1", "s1", 9, ""))).containsExactly(Outcome.REPEATED);
        assertThat(outcomes(() -> market.cancel("SAM", "c1", "r1"))).containsExactly(Outcome.REPEATED);
    }

    @Test
    void refusalsAndReusedIdsAreRejected() {
        market.receive("SAM", "m1", 10);
        market.sell("SAM", "s1", 10, "9");
        market.cancel("SAM", "c1", "s1");

        assertThat(outcomes(() -> market.receive("SAM", "m1", 11))).containsExactly(Outcome.REJECTED);
        assertThat(outcomes(() -> market.sell("SAM", "s1", 11, "9"))).containsExactly(Outcome.REJECTED);
        assertThat(outcomes(() -> market.cancel("SAM", "c1", "s2"))).containsExactly(Outcome.REJECTED);
        assertThat(outcomes(() -> market.cancel("SAM", "c2", "s1"))).containsExactly(Outcome.REJECTED);
        assertThat(outcomes(() -> market.sell("SAM", "s2", 11, "9"))).containsExactly(Outcome.REJECTED);
        assertThat(outcomes(() -> market.send("SAM", new Refused(CommandType.TICK, null, "transactTime", 1))))
                .containsExactly(Outcome.REJECTED);
    }

    private List<Outcome> outcomes(Runnable command) {
        int before = market.events.size();
        command.run();
        return new ArrayList<>(market.events.subList(before, market.events.size()))
                .stream()
                        .map(Event::body)
                        .map(Outcome::of)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
