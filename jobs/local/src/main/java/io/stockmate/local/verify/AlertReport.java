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
import java.util.stream.Stream;

/**
 * What of the planted was found, and what else was raised.
 *
 * @param planted by kind
 * @param found by kind: planted and raised, with that kind, symbol and time
 * @param missed planted and not raised
 * @param beside raised in the symbol and time of a plant of another kind, or of one that is unripe
 * @param others raised where nothing was planted
 */
public record AlertReport(
        Map<AlertKind, Integer> planted,
        Map<AlertKind, Integer> found,
        List<Plant> missed,
        List<Alert> beside,
        List<Alert> others) {

    /**
     * @param plants those that must have been found
     * @param unripe those that need not have been found yet
     * @param alerts those that were raised
     */
    public static AlertReport of(List<Plant> plants, List<Plant> unripe, List<Alert> alerts) {
        AlertReport report = new AlertReport(
                new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Alert> explained = new HashSet<>();
        for (Plant plant : plants) {
            report.planted.merge(plant.kind(), 1, Integer::sum);
            List<Alert> own = alerts.stream()
                    .filter(alert -> alert.kind() == plant.kind() && plant.covers(alert.symbol(), alert.ts()))
                    .toList();
            explained.addAll(own);
            if (own.isEmpty()) {
                report.missed.add(plant);
            } else {
                report.found.merge(plant.kind(), 1, Integer::sum);
            }
        }
        for (Alert alert : alerts) {
            if (!explained.contains(alert)) {
                boolean beside = Stream.of(plants, unripe)
                        .flatMap(List::stream)
                        .anyMatch(plant -> plant.covers(alert.symbol(), alert.ts()));
                (beside ? report.beside : report.others).add(alert);
            }
        }
        return report;
    }

    public static int sum(Map<AlertKind, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
