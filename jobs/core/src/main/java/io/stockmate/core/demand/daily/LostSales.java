package io.stockmate.core.demand.daily;

import io.stockmate.core.message.ForecastModel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Splits a day's lost sales among the accounts that plan their stock, or among all where none plans: a supplier has no
 * part in what its shops could not sell. Each gets its part by how long it was sold out times what it was expected to
 * sell, and where none of them is expected to sell anything, by how long it was sold out. What was lost on a day on
 * which none of them was sold out for any time is nobody's; it remains in the symbol's unmet quantity.
 */
final class LostSales {
    private final Map<String, Series> series;
    private final Set<String> planned;
    private final Map<String, AccountDay> days;
    private final double[] regressors;

    LostSales(Map<String, Series> series, Set<String> planned, Map<String, AccountDay> days, double[] regressors) {
        this.series = series;
        this.planned = planned;
        this.days = days;
        this.regressors = regressors;
    }

    /** The part of each account that has one. */
    Map<String, Double> split(long lost) {
        if (lost == 0) {
            return Map.of();
        }
        Map<String, Double> weights = weights((name, day) -> weight(series.get(name), day));
        if (weights.isEmpty()) {
            weights = weights((name, day) -> day.soldOutMs);
        }
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight;
        }
        double all = sum;
        weights.replaceAll((name, weight) -> lost * weight / all);
        return weights;
    }

    private Map<String, Double> weights(ToDoubleBiFunction<String, AccountDay> weight) {
        Map<String, Double> weights = new TreeMap<>();
        days.forEach((name, day) -> {
            double own = planned.isEmpty() || planned.contains(name) ? weight.applyAsDouble(name, day) : 0;
            if (own > 0) {
                weights.put(name, own);
            }
        });
        return weights;
    }

    private double weight(@Nullable Series known, AccountDay day) {
        if (known == null) {
            return 0;
        }
        double expected = known.next(ForecastModel.ADAPTIVE, regressors).mean();
        return expected > 0 ? expected * day.soldOutMs : 0;
    }
}
