package io.stockmate.local.picture;

/** One page of HTML that needs nothing from outside, readable on light and on dark. */
public final class Page {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1d2430; --faint: #667085; --line: #e3e7ee; --paper: #ffffff;
              --series: #2f6f9f; --mark: #b4472e; --forecast: #6b4fa0; --stock: #2c7a4b; --level: #b4472e; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --faint: #98a2b3; --line: #2c3442;
              --paper: #141922; --series: #7fb6dd; --mark: #f0937c; --forecast: #b79ae8; --stock: #7fd3a0;
              --level: #f0937c; } }
            body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.35rem; margin: 0; } .when { color: var(--faint); margin: 0 0 1rem; }
            .advice { font-size: 1.1rem; } svg { width: 100%; height: auto; margin: 1rem 0; }
            svg text { fill: var(--faint); font-size: 12px; } .grid { stroke: var(--line); }
            .line { fill: none; stroke-width: 1.5; } .mark { stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 4 3; }
            .line.series { stroke: var(--series); } .dot.series { fill: var(--series); }
            .line.forecast { stroke: var(--forecast); } .band.forecast { fill: var(--forecast); opacity: .22; }
            .line.stock { stroke: var(--stock); } .dot.stock { fill: var(--stock); }
            .line.level { stroke: var(--level); stroke-dasharray: 6 4; } .dot.level { fill: var(--level); }
            table { border-collapse: collapse; } th { text-align: left; font-weight: 500; color: var(--faint);
              padding: .15rem 1.5rem .15rem 0; vertical-align: top; white-space: nowrap; }
            td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; padding-right: 1.5rem; vertical-align: top; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--line); padding-left: 1rem;
              font-size: .85rem; }
            """;

    private final StringBuilder html = new StringBuilder(16_384);

    public Page(String title) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n");
    }

    /** {@code <element class="style">text</element>}; no class where {@code style} is empty. */
    public Page text(String element, String style, String text) {
        html.append('<').append(element);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(element).append(">\n");
        return this;
    }

    public Page chart(Chart chart) {
        html.append(SvgChart.of(chart));
        return this;
    }

    /** Begins a table of rows; {@link #endRows} ends it. */
    public Page beginRows() {
        html.append("<table>\n");
        return this;
    }

    /** The first cell is the row's title. */
    public Page row(String title, String... cells) {
        html.append("<tr><th>").append(escaped(title)).append("</th>");
        for (String cell : cells) {
            html.append("<td>").append(escaped(cell)).append("</td>");
        }
        html.append("</tr>\n");
        return this;
    }

    public Page endRows() {
        html.append("</table>\n");
        return this;
    }

    public String html() {
        return html + "</html>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
