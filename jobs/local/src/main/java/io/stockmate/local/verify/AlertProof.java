package io.stockmate.local.verify;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.UnreadableRow;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.explain.AlertComparison;
import io.stockmate.local.explain.Repro;
import io.stockmate.producers.planted.Plant;
import io.stockmate.producers.planted.PlantedMarket;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the alerts of a lake are worth: whether what was planted is among them, whether the lake tells their numbers,
 * and whether its log gives them once more.
 *
 * @param unripe planted so late that the lake ends before the alert was due
 * @param raised how many alerts were raised
 * @param wrongNumbers of each alert whose SQL does not give its numbers, what it gives
 * @param notReplayed ids of alerts that the log does not give, gives otherwise, or gives and the lake has not
 */
public record AlertProof(
        AlertReport report, int unripe, int raised, List<String> wrongNumbers, List<String> notReplayed) {

    /** @param lake the root of a lake to which no job writes */
    public static AlertProof of(Path lake, List<Plant> plants, MarketRules rules, AnomalySettings settings) {
        List<Alert> kept = new ArrayList<>();
        List<String> notReplayed;
        try (LakeReader reader = LakeReader.open(lake, AlertProof::refuse)) {
            reader.alerts(kept::add);
            notReplayed = AlertComparison.differences(reader, kept, rules, settings);
        }
        List<Alert> raised = kept.stream()
                .filter(alert -> alert.state() == AlertState.RAISED)
                .toList();
        List<String> wrongNumbers = new ArrayList<>();
        Map<Boolean, List<Plant>> ripe;
        try (LakeQueries queries = LakeQueries.open(lake)) {
            for (Alert alert : raised) {
                Repro.difference(queries, alert).ifPresent(wrongNumbers::add);
            }
            Map<String, Long> ends = ends(queries);
            ripe = plants.stream()
                    .collect(Collectors.partitioningBy(
                            plant -> plant.to() <= ends.getOrDefault(plant.symbol(), Long.MIN_VALUE)));
        }
        List<Plant> due = ripe.getOrDefault(true, List.of());
        List<Plant> unripe = ripe.getOrDefault(false, List.of());
        return new AlertProof(
                AlertReport.of(due, unripe, raised), unripe.size(), raised.size(), wrongNumbers, notReplayed);
    }

    private static void refuse(UnreadableRow row) {
        throw new CommandFailed("a row of " + row.table() + " cannot be read: " + row.problem());
    }

    /** Of each symbol the book time of its last tick or other accepted command. */
    private static Map<String, Long> ends(LakeQueries queries) {
        Map<String, Long> ends = new HashMap<>();
        try (Answer answer = queries.ask("SELECT symbol, max(ts) AS ts FROM accepted GROUP BY symbol")) {
            while (answer.next()) {
                ends.put(String.valueOf(answer.text(0)), epochMillis(answer.value(1)));
            }
        }
        return ends;
    }

    private static long epochMillis(@Nullable Object time) {
        return time instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC).toEpochMilli() : Long.MIN_VALUE;
    }

    /** Kinds that are planted where there is time for everything, and were not planted here. */
    public Set<AlertKind> unplanted() {
        Set<AlertKind> kinds = PlantedMarket.kinds();
        kinds.removeAll(report.planted().keySet());
        return kinds;
    }

    public int violations() {
        return report.missed().size() + unplanted().size() + wrongNumbers.size() + notReplayed.size();
    }
}
