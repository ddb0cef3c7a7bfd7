package io.stockmate.local.picture;

/** Where points lie in a picture: 0 to 1 from the earliest to the latest, and from the lowest to the highest. */
record Scale(long from, long to, long low, long high) {
    /** @param chart with at least one point */
    static Scale of(Chart chart) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (Layer layer : chart.layers()) {
            for (Point point : layer.points()) {
                from = Math.min(from, point.ts());
                to = Math.max(to, point.ts());
                low = Math.min(low, point.value());
                high = Math.max(high, point.value());
            }
            for (Point top : layer.tops()) {
                high = Math.max(high, top.value());
            }
        }
        long margin = Math.max(1, (high - low) / 20);
        long floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
        return new Scale(from, to, floor, high + margin);
    }

    double x(long ts) {
        return to == from ? 0.5 : Math.max(0, Math.min(1, (double) (ts - from) / (to - from)));
    }

    double y(long value) {
        return high == low ? 0.5 : (double) (value - low) / (high - low);
    }
}
