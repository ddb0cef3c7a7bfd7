package io.stockmate.local.explain;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import java.time.Instant;

/** An explanation as one page of HTML that needs nothing from outside, readable on light and on dark. */
public final class ExplanationPage {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1d2430; --faint: #667085; --line: #e3e7ee; --paper: #ffffff;
              --series: #2f6f9f; --raised: #b4472e; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --faint: #98a2b3; --line: #2c3442;
              --paper: #141922; --series: #7fb6dd; --raised: #f0937c; } }
            body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.35rem; margin: 0; } .when { color: var(--faint); margin: 0 0 1rem; }
            .advice { font-size: 1.1rem; } svg { width: 100%; height: auto; margin: 1rem 0; }
            svg text { fill: var(--faint); font-size: 12px; } .grid { stroke: var(--line); }
            .series { fill: none; stroke: var(--series); stroke-width: 1.5; } .value { fill: var(--series); }
            .raised { stroke: var(--raised); stroke-width: 1.5; stroke-dasharray: 4 3; }
            table { border-collapse: collapse; } th { text-align: left; font-weight: 500; color: var(--faint);
              padding: .15rem 1.5rem .15rem 0; vertical-align: top; white-space: nowrap; }
            td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--line); padding-left: 1rem;
              font-size: .85rem; }
            """;

    private ExplanationPage() {}

    public static String html(Explanation explanation) {
        Alert alert = explanation.alert();
        StringBuilder page = new StringBuilder(16_384);
        page.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escaped(alert.alertId()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n<h1>")
                .append(escaped(alert.kind() + " in " + alert.symbol()))
                .append("</h1>\n<p class=\"when\">")
                .append(escaped(alert.severity() + ", " + Instant.ofEpochMilli(alert.ts()) + ", for the desk "
                        + alert.recipient()))
                .append("</p>\n<p class=\"advice\">")
                .append(escaped(alert.advice()))
                .append("</p>\n")
                .append(SvgChart.of(
                        alert, explanation.points(), explanation.series().title()))
                .append("<table>\n");
        row(page, "observed", Decimal.toString(alert.observed()));
        row(page, "expected", Decimal.toString(alert.expected()));
        row(page, "score", Decimal.toString(alert.score()));
        if (alert.account() != null) {
            row(page, "account", alert.account());
        }
        row(page, "evidence", alert.evidence());
        row(page, "alert", alert.alertId());
        row(page, "replayed from the log", explanation.isReproduced() ? "the same alert" : "NOT the same alert");
        row(page, "asked of the lake", explanation.repro().toString());
        page.append("</table>\n<pre>").append(escaped(alert.repro())).append("</pre>\n</html>\n");
        return page.toString();
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><th>")
                .append(escaped(name))
                .append("</th><td>")
                .append(escaped(value))
                .append("</td></tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
