package io.stockmate.benchmarks.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.anomaly.detect.Pattern;
import io.stockmate.core.anomaly.detect.Score;
import org.junit.jupiter.api.Test;

final class RaisedAlertsTest {
    private static final Score UNUSUAL = score(Score.ALERT_DECADES);
    private static final Score NEARLY = score(Math.nextDown(Score.ALERT_DECADES));
    private static final long MINUTE = 60_000;

    private final RaisedAlerts alerts = new RaisedAlerts();

    @Test
    void theRankOfAValueRaisesNothing() {
        assertThat(alerts.raises(0, NEARLY)).isFalse();
        assertThat(alerts.raises(0, UNUSUAL)).isTrue();
    }

    @Test
    void whatIsUnusualForLongIsRaisedOnceAndAgainAnHourAfterItWasOver() {
        assertThat(alerts.raises(0, UNUSUAL)).isTrue();
        assertThat(alerts.raises(50 * MINUTE, UNUSUAL)).isFalse();
        assertThat(alerts.raises(100 * MINUTE, UNUSUAL)).isFalse();
        assertThat(alerts.raises(159 * MINUTE, NEARLY)).isFalse();
        assertThat(alerts.raises(159 * MINUTE, UNUSUAL)).isFalse();
        assertThat(alerts.raises(219 * MINUTE, NEARLY)).isFalse();
        assertThat(alerts.raises(220 * MINUTE, UNUSUAL)).isTrue();
    }

    @Test
    void aDayHasFourAlerts() {
        int raised = 0;
        for (int hour = 0; hour < 24; hour += 2) {
            raised += alerts.raises(hour * 60 * MINUTE, UNUSUAL) ? 1 : 0;
            alerts.raises((hour + 1) * 60 * MINUTE, NEARLY);
        }
        assertThat(raised).isEqualTo(4);
        assertThat(alerts.raises(24 * 60 * MINUTE, UNUSUAL)).isTrue();
    }

    private static Score score(double surprise) {
        return new Score(surprise, 1, 0, 1, Pattern.SPIKE);
    }
}
