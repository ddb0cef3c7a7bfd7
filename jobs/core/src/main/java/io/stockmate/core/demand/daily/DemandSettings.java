package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.demand.ForecasterSettings;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How demand is read and forecast.
 *
 * @param correctableMs how long after its end a day takes late facts, in book time
 * @param horizonDays how many days are forecast
 * @param seasons their lengths in days, ascending
 * @param coldStarts what is expected of a category's instruments before their own demand tells, by category
 */
public record DemandSettings(
        long correctableMs, int horizonDays, List<Integer> seasons, Map<String, ColdStart> coldStarts)
        implements Serializable {
    /** Two hours for late facts, four weeks ahead, weeks as seasons. */
    public static final DemandSettings DEFAULT = new DemandSettings(7_200_000, 28, List.of(7), Map.of());

    /** What regressors do until values tell: those of the {@link Calendar}, and the {@link PaidPrice}. */
    private static final List<Double> EFFECTS = Stream.concat(Calendar.EFFECTS.stream(), Stream.of(PaidPrice.EFFECT))
            .toList();

    public DemandSettings {
        seasons = List.copyOf(seasons);
        coldStarts = new TreeMap<>(coldStarts);
    }

    ForecasterSettings forecaster() {
        return new ForecasterSettings(seasons, EFFECTS);
    }
}
