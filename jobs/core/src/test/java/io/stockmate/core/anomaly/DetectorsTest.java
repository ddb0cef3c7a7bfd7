package io.stockmate.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.Decimal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What detectors find in a symbol's series and in its accounts' issues. */
class DetectorsTest {
    static List<AlertKind> kinds() {
        return Arrays.stream(AlertKind.values())
                .filter(kind -> kind.unit() == AlertKind.Unit.SCORE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theOneUnusualThingIsFoundOnceAndNothingElse(AlertKind kind) throws IOException {
        List<Alert> alerts =
                AnomalyScenario.play(kind.name().toLowerCase(Locale.ROOT)).alerts();

        assertThat(alerts)
                .extracting(alert -> alert.state() + " " + alert.kind())
                .containsExactly("RAISED " + kind, "CLEARED " + kind);
        Alert raised = alerts.get(0);
        assertThat(raised.score()).isGreaterThan(Decimal.ONE);
        assertThat(raised.evidence()).startsWith("{").endsWith("}");
        assertThat(raised.repro()).contains(" AS observed").doesNotContain(" AS expected");
    }

    @Test
    void theNumbersAreThoseOfTheBucket() throws IOException {
        assertThat(raised(AlertKind.UNUSUAL_VOLUME).observed()).isBetween(Amounts.of(115), Amounts.of(125));
        assertThat(raised(AlertKind.UNUSUAL_VOLUME).expected()).isBetween(Amounts.of(15), Amounts.of(25));
        assertThat(raised(AlertKind.UNUSUAL_ORDER_RATE).observed()).isBetween(Amounts.of(40), Amounts.of(45));
        assertThat(raised(AlertKind.UNUSUAL_SPREAD).observed()).isBetween(5_600L, 6_400L);
        assertThat(raised(AlertKind.UNUSUAL_RETURN).observed()).isBetween(1_029_000L, 1_031_000L);
        assertThat(raised(AlertKind.UNUSUAL_RETURN).expected()).isBetween(998_000L, 1_002_000L);
        Alert movement = raised(AlertKind.UNUSUAL_STOCK_MOVEMENT);
        assertThat(movement.account()).isEqualTo("SHOP");
        assertThat(movement.observed()).isEqualTo(Amounts.of(1_777));
        assertThat(movement.expected()).isBetween(Amounts.of(12), Amounts.of(24));
    }

    private static Alert raised(AlertKind kind) throws IOException {
        return AnomalyScenario.play(kind.name().toLowerCase(Locale.ROOT))
                .alerts()
                .get(0);
    }

    /** How quiet detectors are on the whole is measured elsewhere. */
    @Test
    void aUsualDayIsQuiet() {
        assertThat(AnomalyScenario.runWhateverIsSaid(UsualMarket.alone()).alerts())
                .filteredOn(alert -> alert.state() == AlertState.RAISED)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aRuleMakesADetectorDeafOrSharper() throws IOException {
        String movement = UsualMarket.with(AlertKind.UNUSUAL_STOCK_MOVEMENT);

        assertThat(after(movement, "rule UNUSUAL_STOCK_MOVEMENT 0 0")).isEmpty();
        assertThat(after(movement, "rule UNUSUAL_STOCK_MOVEMENT 100 0")).isEmpty();
        assertThat(after(movement, "rule UNUSUAL_STOCK_MOVEMENT 90 0")).isEmpty();
        assertThat(after(movement, "rule UNUSUAL_STOCK_MOVEMENT 51 0")).hasSize(2);
    }

    private static List<Alert> after(String script, String rule) {
        return AnomalyScenario.runWhateverIsSaid(script.replace("receive SHOP 100000", rule + "\nreceive SHOP 100000"))
                .alerts();
    }

    /** Every hour something new: the budget ends before the day does. */
    @Test
    void aSymbolSaysNoMoreThanItsBudgetInADay() {
        StringBuilder script = new StringBuilder("goods 0\nonly UNUSUAL_STOCK_MOVEMENT\nreceive SHOP 10000000\n");
        for (int day = 0; day < 60; day++) {
            script.append("+1d\nissue SHOP 6\ntick\n");
        }
        script.append("at 2026-06-01T00:00\n");
        for (int hour = 0; hour < 24; hour++) {
            script.append("tick\nissue SHOP ").append(3_001 + 1_000 * hour).append("\n+1h\n");
        }
        List<Alert> alerts =
                AnomalyScenario.runWhateverIsSaid(script.toString()).alerts();

        assertThat(alerts)
                .filteredOn(alert -> alert.state() == AlertState.RAISED)
                .hasSize(AnomalySettings.DEFAULT.perDayMax());
    }

    /** A mistyped year counts as the month that may be told late, not as decades without an issue. */
    @Test
    void anIssueToldToBeOfAnotherAgeDoesNotMakeThoseAfterItUnusual() {
        assertThat(raisedInAYearAfter("issue SHOP 6 moved 1970-01-01T00:00"))
                .isEqualTo(raisedInAYearAfter("issue SHOP 6 moved 2026-02-01T09:00"))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(raisedInAYearAfter("issue SHOP 6")).isEmpty();
    }

    private static List<Long> raisedInAYearAfter(String firstIssue) {
        StringBuilder script = new StringBuilder("goods 0\nonly UNUSUAL_STOCK_MOVEMENT\nat 2026-03-04T09:00\n");
        script.append("receive SHOP 1000000\n").append(firstIssue).append('\n');
        for (int day = 1; day < 365; day++) {
            int bit = day % 40 == 39 ? 1 : 0;
            script.append("+1d\ntick\nissue SHOP ")
                    .append(6 * (1 + day * 7 % 5) + bit)
                    .append('\n');
        }
        WatchedMarket played = AnomalyScenario.runWhateverIsSaid(script.toString());
        assertThat(played.events()).hasSizeGreaterThan(365);
        return played.alerts().stream()
                .filter(alert -> alert.state() == AlertState.RAISED)
                .map(Alert::ts)
                .toList();
    }
}
