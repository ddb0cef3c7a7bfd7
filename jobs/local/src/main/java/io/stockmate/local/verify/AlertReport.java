package io.stockmate.local.verify;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.producers.planted.Plant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of the planted was found, and what else was raised.
 *
 * @param planted by kind
 * @param found by kind: planted and raised, with that kind, symbol and time
 * @param missed planted and not raised
 * @param beside by kind: raised in the symbol and time of a plant of another kind
 * @param others by kind: raised where nothing was planted
 */
public record AlertReport(
        Map<AlertKind, Integer> planted,
        Map<AlertKind, Integer> found,
        List<Plant> missed,
        Map<AlertKind, Integer> beside,
        Map<AlertKind, Integer> others) {

    /** @param alerts those that were raised */
    public static AlertReport of(List<Plant> plants, List<Alert> alerts) {
        AlertReport report =
                new AlertReport(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        Set<Alert> explained = new HashSet<>();
        for (Plant plant : plants) {
            count(plant.kind(), report.planted);
            List<Alert> own = alerts.stream()
                    .filter(alert -> alert.kind() == plant.kind() && plant.covers(alert.symbol(), alert.ts()))
                    .toList();
            explained.addAll(own);
            if (own.isEmpty()) {
                report.missed.add(plant);
            } else {
                count(plant.kind(), report.found);
            }
        }
        for (Alert alert : alerts) {
            if (!explained.contains(alert)) {
                boolean beside = plants.stream().anyMatch(plant -> plant.covers(alert.symbol(), alert.ts()));
                count(alert.kind(), beside ? report.beside : report.others);
            }
        }
        return report;
    }

    private static void count(AlertKind kind, Map<AlertKind, Integer> counts) {
        counts.merge(kind, 1, Integer::sum);
    }

    public static int sum(Map<AlertKind, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
