package io.stockmate.local.explain;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LogSelection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The alerts that the log of a lake gives, beside those that the lake holds. */
public final class AlertComparison {
    /** An alert is told twice: when it is raised and when it is cleared. */
    private record Place(String alertId, AlertState state) {
        static Place of(Alert alert) {
            return new Place(alert.alertId(), alert.state());
        }
    }

    private final MarketRules rules;
    private final AnomalySettings settings;
    private final Map<Place, Alert> replayed = new HashMap<>();
    private @Nullable String symbol;
    private @Nullable SymbolReplay replay;

    private AlertComparison(MarketRules rules, AnomalySettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /**
     * The ids of alerts that are in one and not in the other, or not the same, in order.
     *
     * @param kept the lake's alerts, raised and cleared
     */
    public static List<String> differences(
            LakeReader lake, List<Alert> kept, MarketRules rules, AnomalySettings settings) {
        AlertComparison comparison = new AlertComparison(rules, settings);
        lake.log(LogSelection.ALL, comparison::apply);
        Map<Place, Alert> held = new HashMap<>();
        kept.forEach(alert -> held.put(Place.of(alert), alert));
        TreeSet<String> different = new TreeSet<>();
        held.forEach((place, alert) -> {
            if (!alert.equals(comparison.replayed.get(place))) {
                different.add(place.alertId());
            }
        });
        comparison.replayed.keySet().stream()
                .filter(place -> !held.containsKey(place))
                .forEach(place -> different.add(place.alertId()));
        return new ArrayList<>(different);
    }

    /** The log comes one symbol after another. */
    private void apply(LogEntry entry) {
        if (replay == null || !Objects.equals(symbol, entry.symbol())) {
            symbol = entry.symbol();
            replay = new SymbolReplay(
                    entry.symbol(), rules, settings, event -> {}, alert -> replayed.put(Place.of(alert), alert));
        }
        replay.apply(entry);
    }
}
