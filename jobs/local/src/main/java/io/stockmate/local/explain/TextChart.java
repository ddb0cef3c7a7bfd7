package io.stockmate.local.explain;

import io.stockmate.core.message.Decimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A series in a terminal: a star for each value, a bar where the alert was raised. */
final class TextChart {
    private static final int ROWS = 12;
    private static final int COLUMNS = 72;

    private TextChart() {}

    /** @param raisedAt book time of the alert, which is marked */
    static List<String> lines(List<Point> points, long raisedAt) {
        if (points.isEmpty()) {
            return List.of("(nothing to draw)");
        }
        Scale scale = Scale.of(points);
        char[][] cells = new char[ROWS][COLUMNS];
        for (char[] row : cells) {
            Arrays.fill(row, ' ');
        }
        int mark = (int) Math.round(scale.x(raisedAt) * (COLUMNS - 1));
        for (char[] row : cells) {
            row[mark] = '|';
        }
        for (Point point : points) {
            int row = (int) Math.round((1 - scale.y(point.value())) * (ROWS - 1));
            cells[row][(int) Math.round(scale.x(point.ts()) * (COLUMNS - 1))] = '*';
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String label = row == 0 ? label(scale.high()) : row == ROWS - 1 ? label(scale.low()) : "";
            lines.add(String.format(Locale.ROOT, "%12s  %s", label, new String(cells[row]))
                    .stripTrailing());
        }
        lines.add(" ".repeat(14 + mark) + "^ raised " + Instant.ofEpochMilli(raisedAt));
        lines.add(" ".repeat(14) + Instant.ofEpochMilli(scale.from()) + " to " + Instant.ofEpochMilli(scale.to()));
        return lines;
    }

    private static String label(long value) {
        return Decimal.toString(value);
    }
}
