package io.stockmate.local.explain;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A series as an SVG picture: steps from value to value, a dot at each, and a line where the alert was raised. */
final class SvgChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 320;
    private static final int LEFT = 84;
    private static final int RIGHT = 16;
    private static final int TITLE = 14;
    private static final int TOP = 44;
    private static final int BOTTOM = 36;

    private final Alert alert;
    private final List<Point> points;
    private final Scale scale;

    private SvgChart(Alert alert, List<Point> points) {
        this.alert = alert;
        this.points = points;
        this.scale = Scale.of(points);
    }

    /** Its colours are classes of the page's style sheet. */
    static String of(Alert alert, List<Point> points, String title) {
        return points.isEmpty() ? "<p>Nothing to draw.</p>" : new SvgChart(alert, points).svg(title);
    }

    private String svg(String title) {
        StringBuilder svg = new StringBuilder(8_192);
        svg.append(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n", WIDTH, HEIGHT, title));
        label(svg, LEFT, TITLE, "start", title);
        for (long value : new long[] {scale.low(), (scale.low() + scale.high()) / 2, scale.high()}) {
            line(svg, "grid", LEFT, y(value), WIDTH - RIGHT, y(value));
            label(svg, LEFT - 8, y(value) + 4, "end", Decimal.toString(value));
        }
        svg.append("<polyline class=\"series\" points=\"").append(steps()).append("\"/>\n");
        for (Point point : points) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"value\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>%n",
                    x(point.ts()),
                    y(point.value())));
        }
        line(svg, "raised", x(alert.ts()), TOP, x(alert.ts()), HEIGHT - BOTTOM);
        label(svg, LEFT, HEIGHT - 12, "start", time(scale.from()));
        label(svg, WIDTH - RIGHT, HEIGHT - 12, "end", time(scale.to()));
        boolean late = scale.x(alert.ts()) > 0.5;
        label(svg, x(alert.ts()), TOP - 8, late ? "end" : "start", "raised " + time(alert.ts()));
        return svg.append("</svg>\n").toString();
    }

    /** A value holds until the next one. */
    private String steps() {
        StringBuilder path = new StringBuilder();
        double last = Double.NaN;
        for (Point point : points) {
            if (!Double.isNaN(last)) {
                path.append(pair(x(point.ts()), last));
            }
            last = y(point.value());
            path.append(pair(x(point.ts()), last));
        }
        return path.toString().stripTrailing();
    }

    private static String pair(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private double x(long ts) {
        return LEFT + scale.x(ts) * (WIDTH - LEFT - RIGHT);
    }

    private double y(long value) {
        return TOP + (1 - scale.y(value)) * (HEIGHT - TOP - BOTTOM);
    }

    private static void line(StringBuilder svg, String type, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                type,
                x1,
                y1,
                x2,
                y2));
    }

    private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                ExplanationPage.escaped(text)));
    }

    private static String time(long ts) {
        return Instant.ofEpochMilli(ts).toString();
    }
}
