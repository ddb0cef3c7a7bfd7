package io.stockmate.local.explain;

import java.util.List;

/** Where points lie in a picture: 0 to 1 from the earliest to the latest, and from the lowest to the highest. */
record Scale(long from, long to, long low, long high) {
    /** @param points at least one */
    static Scale of(List<Point> points) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (Point point : points) {
            low = Math.min(low, point.value());
            high = Math.max(high, point.value());
        }
        long margin = Math.max(1, (high - low) / 20);
        return new Scale(points.get(0).ts(), points.get(points.size() - 1).ts(), low - margin, high + margin);
    }

    double x(long ts) {
        return to == from ? 0.5 : Math.max(0, Math.min(1, (double) (ts - from) / (to - from)));
    }

    double y(long value) {
        return high == low ? 0.5 : (double) (value - low) / (high - low);
    }
}
