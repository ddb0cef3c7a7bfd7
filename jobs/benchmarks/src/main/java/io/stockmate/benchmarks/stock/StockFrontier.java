package io.stockmate.benchmarks.stock;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** The stock a policy needs for each fill rate. */
record StockFrontier(List<StockOutcome> points) {
    StockFrontier {
        points = points.stream()
                .sorted(Comparator.comparingDouble(StockOutcome::fill))
                .toList();
    }

    /** The stock at a fill rate, linear between the neighbouring points; empty where the policy does not get there. */
    OptionalDouble stockAt(double fill) {
        for (int i = 1; i < points.size(); i++) {
            StockOutcome low = points.get(i - 1);
            StockOutcome high = points.get(i);
            if (low.fill() <= fill && fill <= high.fill()) {
                double share = high.fill() == low.fill() ? 0 : (fill - low.fill()) / (high.fill() - low.fill());
                return OptionalDouble.of(low.stock() + share * (high.stock() - low.stock()));
            }
        }
        return OptionalDouble.empty();
    }
}
