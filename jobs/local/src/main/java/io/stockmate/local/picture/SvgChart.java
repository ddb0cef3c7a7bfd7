package io.stockmate.local.picture;

import io.stockmate.core.message.Decimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A chart as an SVG picture. Its colours are classes of the {@link Page}'s style sheet. */
public final class SvgChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 320;
    private static final int LEFT = 84;
    private static final int RIGHT = 16;
    private static final int TITLE = 14;
    private static final int TOP = 44;
    private static final int BOTTOM = 36;

    private final Chart chart;
    private final Scale scale;
    private final StringBuilder svg = new StringBuilder(8_192);

    private SvgChart(Chart chart) {
        this.chart = chart;
        this.scale = Scale.of(chart);
    }

    public static String of(Chart chart) {
        return chart.isEmpty() ? "<p>Nothing to draw.</p>" : new SvgChart(chart).svg();
    }

    private String svg() {
        add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n", WIDTH, HEIGHT, Page.escaped(chart.title()));
        label(LEFT, TITLE, "start", chart.title());
        for (long value : new long[] {scale.low(), (scale.low() + scale.high()) / 2, scale.high()}) {
            line("grid", LEFT, y(value), WIDTH - RIGHT, y(value));
            label(LEFT - 8, y(value) + 4, "end", Decimal.toString(value));
        }
        chart.layers().forEach(this::draw);
        line("mark", x(chart.markedAt()), TOP, x(chart.markedAt()), HEIGHT - BOTTOM);
        label(LEFT, HEIGHT - 12, "start", time(scale.from()));
        label(WIDTH - RIGHT, HEIGHT - 12, "end", time(scale.to()));
        boolean late = scale.x(chart.markedAt()) > 0.5;
        label(x(chart.markedAt()), TOP - 8, late ? "end" : "start", chart.mark() + " " + time(chart.markedAt()));
        return svg.append("</svg>\n").toString();
    }

    private void draw(Layer layer) {
        switch (layer.shape()) {
            case STEPS -> {
                add("<polyline class=\"line %s\" points=\"%s\"/>%n", layer.style(), steps(layer.points()));
                dots(layer);
            }
            case LINE -> add("<polyline class=\"line %s\" points=\"%s\"/>%n", layer.style(), path(layer.points()));
            case BAND ->
                add(
                        "<polygon class=\"band %s\" points=\"%s %s\"/>%n",
                        layer.style(), path(layer.points()), backwards(layer.tops()));
            case DOTS -> dots(layer);
        }
    }

    private void dots(Layer layer) {
        for (Point point : layer.points()) {
            add(
                    "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>%n",
                    layer.style(), x(point.ts()), y(point.value()));
        }
    }

    private String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        points.forEach(point -> path.append(pair(x(point.ts()), y(point.value()))));
        return path.toString().stripTrailing();
    }

    private String backwards(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (int i = points.size() - 1; i >= 0; i--) {
            path.append(pair(x(points.get(i).ts()), y(points.get(i).value())));
        }
        return path.toString().stripTrailing();
    }

    /** A value holds until the next one. */
    private String steps(List<Point> points) {
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

    private void line(String style, double x1, double y1, double x2, double y2) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", style, x1, y1, x2, y2);
    }

    private void label(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, Page.escaped(text));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String time(long ts) {
        return Instant.ofEpochMilli(ts).toString();
    }
}
