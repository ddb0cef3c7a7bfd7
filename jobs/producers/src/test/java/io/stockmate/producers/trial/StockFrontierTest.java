package io.stockmate.producers.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockFrontierTest {
    private static final StockFrontier FRONTIER = new StockFrontier(List.of(at(80, 100), at(90, 200), at(98, 600)));

    private static Outcome at(long fillPercent, double held) {
        return new Outcome(1, fillPercent, 100 - fillPercent, held);
    }

    @Test
    void betweenTwoSettingsItIsALine() {
        assertThat(FRONTIER.heldAt(85)).hasValue(150);
        assertThat(FRONTIER.heldAt(94)).hasValue(400);
    }

    @Test
    void atASettingItIsWhatThatHolds() {
        assertThat(FRONTIER.heldAt(80)).hasValue(100);
        assertThat(FRONTIER.heldAt(90)).hasValue(200);
        assertThat(FRONTIER.heldAt(98)).hasValue(600);
    }

    @Test
    void beyondTheFullestServiceItIsWhatThatHolds() {
        assertThat(FRONTIER.heldAt(99.5)).hasValue(600);
    }

    @Test
    void belowTheLeastServiceNothingIsKnown() {
        assertThat(FRONTIER.heldAt(79.9)).isEmpty();
        assertThat(FRONTIER.heldAt(0)).isEmpty();
    }

    @Test
    void settingsThatHoldMoreAndServeLessTellNothing() {
        StockFrontier uneven = new StockFrontier(List.of(at(85, 300), at(80, 100), at(90, 200), at(90, 250)));
        assertThat(uneven.heldAt(85)).hasValue(150);
        assertThat(new StockFrontier(List.of(at(80, 300), at(90, 200))).heldAt(80))
                .isEmpty();
    }

    @Test
    void aFrontierNeedsASetting() {
        assertThatThrownBy(() -> new StockFrontier(List.of())).hasMessageContaining("at least one");
    }
}
