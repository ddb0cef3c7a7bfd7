package io.stockmate.local.explain;

import io.stockmate.core.message.Alert;
import io.stockmate.local.picture.Chart;
import io.stockmate.local.picture.Layer;
import io.stockmate.local.picture.Point;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about an alert.
 *
 * @param replayed what the same rules raise from the log alone
 * @param repro what the lake answers to the alert's SQL
 */
public record Explanation(Alert alert, Optional<Alert> replayed, Repro repro, SeriesKind series, List<Point> points) {
    public Explanation {
        points = List.copyOf(points);
    }

    /** Whether the replay gives the very same alert. */
    public boolean isReproduced() {
        return replayed.isPresent() && replayed.get().equals(alert);
    }

    public boolean holds() {
        return isReproduced() && repro.agrees(alert);
    }

    /** The series around the alert. */
    Chart chart() {
        Layer values = Layer.of(Layer.Shape.STEPS, "series", '*', series.title(), points);
        return new Chart(series.title(), List.of(values), alert.ts(), "raised");
    }
}
