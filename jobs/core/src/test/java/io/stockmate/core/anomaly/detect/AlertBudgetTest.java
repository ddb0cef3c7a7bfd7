package io.stockmate.core.anomaly.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class AlertBudgetTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    @Test
    void refusesWithinTheRefractoryTimeAndNotAfter() {
        AlertBudget budget = new AlertBudget(HOUR, 10);
        assertThat(budget.admits(DAY)).isTrue();
        assertThat(budget.admits(DAY + HOUR - 1)).isFalse();
        assertThat(budget.admits(DAY + HOUR)).isTrue();
        assertThat(budget.refused()).isEqualTo(1);
    }

    @Test
    void refusesBeyondTheDaysBudgetUntilTheNextDay() {
        AlertBudget budget = new AlertBudget(0, 2);
        assertThat(budget.admits(DAY)).isTrue();
        assertThat(budget.admits(DAY + 1)).isTrue();
        assertThat(budget.admits(2 * DAY - 1)).isFalse();
        assertThat(budget.admits(2 * DAY)).isTrue();
    }

    @Test
    void goesOnAfterARestoreAsItWould() throws IOException {
        AlertBudget budget = new AlertBudget(HOUR, 2);
        budget.admits(DAY);
        budget.admits(DAY + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        budget.write(new DataOutputStream(bytes));
        AlertBudget restored = AlertBudget.read(in(bytes.toByteArray()), HOUR, 2);
        assertThat(restored.refused()).isEqualTo(1);
        assertThat(restored.admits(DAY + HOUR - 1)).isFalse();
        assertThat(restored.admits(DAY + HOUR)).isTrue();
        assertThat(restored.admits(DAY + 2 * HOUR)).isFalse();
        assertThat(bytes.size()).isEqualTo(29);
    }

    @Test
    void refusesTheStateOfALaterVersion() {
        assertThatThrownBy(() -> AlertBudget.read(in(new byte[] {9}), HOUR, 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> new AlertBudget(-1, 1)).hasMessageContaining("refractoryMillis is -1");
        assertThatThrownBy(() -> new AlertBudget(0, 0)).hasMessageContaining("alertsPerDayMax is 0");
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
