package io.stockmate.benchmarks.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Stock at equal service, in one view.
 *
 * @param points the shared fill rate's outcomes, by the fill rate asked for
 * @param simple the frontier of the 28 days' mean and deviation
 * @param job the frontier of the demand job's own targets at equal cycle service
 */
record StockComparison(StockView view, List<Point> points, StockFrontier simple, StockFrontier job) {
    /** What a fill rate asked for came to. */
    record Point(double asked, StockOutcome outcome) {}

    /** For people: every point, with the stock that the simple policy needs for the same fill rate. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (view) {
                    case ITEMS -> "every item alike: mean fill rate, stock in days of the item's demand";
                    case UNITS -> "every unit alike: share of units sold, units in stock";
                });
        lines.add(String.format(
                "%8s %10s %14s %20s %8s %14s",
                "asked", "achieved", "stock", "mean and deviation", "saved", "equal cycle"));
        for (Point point : points) {
            StockOutcome own = point.outcome();
            OptionalDouble other = simple.stockAt(own.fill());
            lines.add(String.format(
                    Locale.ROOT,
                    "%8.3f %10.4f %14.2f %20s %8s %14s",
                    point.asked(),
                    own.fill(),
                    own.stock(),
                    reached(other),
                    other.isPresent() ? percent(1 - own.stock() / other.getAsDouble()) : "",
                    reached(job.stockAt(own.fill()))));
        }
        return lines;
    }

    private static String reached(OptionalDouble stock) {
        return stock.isPresent() ? String.format(Locale.ROOT, "%.2f", stock.getAsDouble()) : "out of reach";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f%%", 100 * share);
    }

    /**
     * As key=value: the fill rate achieved where {@code fill} was asked for, and at that fill rate the stock's ratio.
     */
    String figures(double fill) {
        String name =
                switch (view) {
                            case ITEMS -> "sku";
                            case UNITS -> "volume";
                        }
                        + "_" + Math.round(100 * fill);
        StringBuilder figures = new StringBuilder();
        points.stream()
                .filter(point -> point.asked() == fill)
                .forEach(point -> figures.append(String.format(
                        Locale.ROOT, " fill_%s=%.4f", name, point.outcome().fill())));
        StockFrontier shared =
                new StockFrontier(points.stream().map(Point::outcome).toList());
        return figures.append(ratio("stock_ratio_" + name, shared, fill))
                .append(ratio("job_stock_ratio_" + name, job, fill))
                .toString();
    }

    private String ratio(String key, StockFrontier own, double fill) {
        OptionalDouble stock = own.stockAt(fill);
        OptionalDouble other = simple.stockAt(fill);
        return stock.isPresent() && other.isPresent()
                ? String.format(Locale.ROOT, " %s=%.4f", key, stock.getAsDouble() / other.getAsDouble())
                : "";
    }
}
