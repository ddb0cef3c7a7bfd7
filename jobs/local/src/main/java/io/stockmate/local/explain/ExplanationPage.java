package io.stockmate.local.explain;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import io.stockmate.local.picture.Page;
import java.time.Instant;

/** An explanation as one page of HTML. */
public final class ExplanationPage {
    private ExplanationPage() {}

    public static String html(Explanation explanation) {
        Alert alert = explanation.alert();
        Page page = new Page(alert.alertId())
                .text("h1", "", alert.kind() + " in " + alert.symbol())
                .text(
                        "p",
                        "when",
                        alert.severity() + ", " + Instant.ofEpochMilli(alert.ts()) + ", for the desk "
                                + alert.recipient())
                .text("p", "advice", alert.advice())
                .chart(explanation.chart())
                .beginRows()
                .row("observed", Decimal.toString(alert.observed()))
                .row("expected", Decimal.toString(alert.expected()))
                .row("score", Decimal.toString(alert.score()));
        if (alert.account() != null) {
            page.row("account", alert.account());
        }
        return page.row("evidence", alert.evidence())
                .row("alert", alert.alertId())
                .row("replayed from the log", explanation.isReproduced() ? "the same alert" : "NOT the same alert")
                .row("asked of the lake", explanation.repro().toString())
                .endRows()
                .text("pre", "", alert.repro())
                .html();
    }
}
