package io.stockmate.core.demand.daily;

import io.stockmate.core.message.ForecastModel;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Splits a day's lost sales: by how long each account was sold out times what it was expected to sell. */
final class LostSales {
    private final Map<String, Series> series;
    private final Map<String, AccountDay> days;
    private final double[] regressors;

    LostSales(Map<String, Series> series, Map<String, AccountDay> days, double[] regressors) {
        this.series = series;
        this.days = days;
        this.regressors = regressors;
    }

    /** The part of each account that has one; of accounts that never sold none. */
    Map<String, Double> split(long lost) {
        Map<String, Double> parts = new TreeMap<>();
        double all = 0;
        if (lost > 0) {
            for (Map.Entry<String, AccountDay> each : days.entrySet()) {
                double weight = weight(series.get(each.getKey()), each.getValue());
                if (weight > 0) {
                    parts.put(each.getKey(), weight);
                    all += weight;
                }
            }
        }
        double sum = all;
        parts.replaceAll((name, weight) -> lost * weight / sum);
        return parts;
    }

    private double weight(@Nullable Series known, AccountDay day) {
        if (known == null) {
            return 0;
        }
        double expected = known.next(ForecastModel.ADAPTIVE, regressors).mean();
        return expected > 0 ? expected * day.soldOutMs : 0;
    }
}
