package io.stockmate.local.explain;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import io.stockmate.local.picture.TextChart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An explanation for a terminal. */
public final class ExplanationText {
    private ExplanationText() {}

    public static List<String> lines(Explanation explanation) {
        Alert alert = explanation.alert();
        List<String> lines = new ArrayList<>();
        lines.add(alert.kind() + " in " + alert.symbol() + (alert.account() == null ? "" : " by " + alert.account())
                + ", " + alert.severity() + ", " + Instant.ofEpochMilli(alert.ts()) + ", for the desk "
                + alert.recipient());
        lines.add(alert.advice());
        lines.add("");
        lines.add("observed  " + Decimal.toString(alert.observed()));
        lines.add("expected  " + Decimal.toString(alert.expected()));
        lines.add("score     " + Decimal.toString(alert.score()));
        lines.add("evidence  " + alert.evidence());
        lines.add("");
        lines.add(explanation.series().title() + ":");
        lines.addAll(TextChart.lines(explanation.chart()));
        lines.add("");
        lines.add(alert.repro());
        lines.add("  gives " + explanation.repro()
                + (explanation.repro().agrees(alert) ? ": the alert's numbers" : ": NOT the alert's numbers"));
        lines.add(verdict(explanation));
        return lines;
    }

    private static String verdict(Explanation explanation) {
        if (explanation.isReproduced()) {
            return "Replayed from the log: the same alert, field by field, score "
                    + Decimal.toString(explanation.alert().score()) + ".";
        }
        return explanation
                .replayed()
                .map(other -> "Replayed from the log: ANOTHER alert, observed " + Decimal.toString(other.observed())
                        + ", expected " + Decimal.toString(other.expected()) + ", score "
                        + Decimal.toString(other.score()) + " where the stored one is "
                        + Decimal.toString(explanation.alert().score()) + ".")
                .orElse("Replayed from the log: NO such alert.");
    }
}
