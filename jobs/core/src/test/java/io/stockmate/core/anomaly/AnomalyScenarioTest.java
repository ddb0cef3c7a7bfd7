package io.stockmate.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertState;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule raises at its threshold and not below, once, and clears once: the scenarios say when. */
class AnomalyScenarioTest {
    static List<String> names() {
        return AnomalyScenario.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatTheScenarioSays(String name) throws IOException {
        List<Alert> alerts = AnomalyScenario.play(name).alerts();

        assertThat(alerts)
                .as("of the kind, raised and cleared")
                .filteredOn(
                        alert -> alert.kind().name().toLowerCase(Locale.ROOT).equals(name))
                .extracting(Alert::state)
                .contains(AlertState.RAISED, AlertState.CLEARED);
        assertRaisedOnce(alerts);
    }

    private static void assertRaisedOnce(List<Alert> alerts) {
        Set<String> up = new HashSet<>();
        Set<String> ever = new HashSet<>();
        for (Alert alert : alerts) {
            if (alert.state() == AlertState.RAISED) {
                assertThat(ever.add(alert.alertId())).as(alert.alertId()).isTrue();
                up.add(alert.alertId());
            } else {
                assertThat(up.remove(alert.alertId())).as(alert.alertId()).isTrue();
            }
        }
    }
}
