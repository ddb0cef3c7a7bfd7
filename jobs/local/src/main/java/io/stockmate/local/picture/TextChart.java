package io.stockmate.local.picture;

import io.stockmate.core.message.Decimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A chart in a terminal: a sign for each value, a bar at the marked time. */
public final class TextChart {
    private static final int ROWS = 12;
    private static final int COLUMNS = 72;
    private static final int LABEL = 14;

    private final Chart chart;
    private final Scale scale;
    private final char[][] cells = new char[ROWS][COLUMNS];

    private TextChart(Chart chart) {
        this.chart = chart;
        this.scale = Scale.of(chart);
    }

    public static List<String> lines(Chart chart) {
        return chart.isEmpty() ? List.of("(nothing to draw)") : new TextChart(chart).lines();
    }

    private List<String> lines() {
        int mark = column(chart.markedAt());
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
            row[mark] = '|';
        }
        chart.layers().forEach(this::draw);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String label = row == 0 ? label(scale.high()) : row == ROWS - 1 ? label(scale.low()) : "";
            lines.add(String.format(Locale.ROOT, "%12s  %s", label, new String(cells[row]))
                    .stripTrailing());
        }
        lines.add(" ".repeat(LABEL + mark) + "^ " + chart.mark() + " " + Instant.ofEpochMilli(chart.markedAt()));
        lines.add(" ".repeat(LABEL) + Instant.ofEpochMilli(scale.from()) + " to " + Instant.ofEpochMilli(scale.to()));
        return lines;
    }

    private void draw(Layer layer) {
        for (int i = 0; i < layer.points().size(); i++) {
            Point point = layer.points().get(i);
            int bottom = row(point.value());
            int top = layer.tops().isEmpty() ? bottom : row(layer.tops().get(i).value());
            for (int row = top; row <= bottom; row++) {
                cells[row][column(point.ts())] = layer.sign();
            }
        }
    }

    private int row(long value) {
        return (int) Math.round((1 - scale.y(value)) * (ROWS - 1));
    }

    private int column(long ts) {
        return (int) Math.round(scale.x(ts) * (COLUMNS - 1));
    }

    private static String label(long value) {
        return Decimal.toString(value);
    }
}
