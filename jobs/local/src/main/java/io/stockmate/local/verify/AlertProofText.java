package io.stockmate.local.verify;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.local.console.Ink;
import io.stockmate.local.console.TextTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An {@link AlertProof} for people: what was found, what was missed, what else was raised and where. */
public final class AlertProofText {
    private static final int LINES_MAX = 20;

    private AlertProofText() {}

    public static List<String> lines(AlertProof proof, Ink ink) {
        AlertReport report = proof.report();
        List<String> lines = new ArrayList<>(table(report).lines());
        lines.add("");
        lines.add("Raised beside a plant of another kind: " + places(report.beside()));
        lines.add("Raised where nothing was planted: " + places(report.others()));
        proof.unplanted().forEach(kind -> lines.add(ink.bad("never planted: " + kind + "; simulate more weeks")));
        report.missed().stream()
                .limit(LINES_MAX)
                .forEach(plant -> lines.add(ink.bad("missed: " + plant.kind() + " in " + plant.symbol() + " between "
                        + Instant.ofEpochMilli(plant.from()) + " and " + Instant.ofEpochMilli(plant.to()))));
        proof.wrongNumbers().stream().limit(LINES_MAX).forEach(wrong -> lines.add(ink.bad(wrong)));
        proof.notReplayed().stream()
                .limit(LINES_MAX)
                .forEach(id -> lines.add(ink.bad("not the same when replayed: " + id)));
        return lines;
    }

    private static TextTable table(AlertReport report) {
        TextTable table = new TextTable("kind", "planted", "found", "beside another", "elsewhere");
        for (AlertKind kind : AlertKind.values()) {
            table.row(
                    kind,
                    report.planted().getOrDefault(kind, 0),
                    report.found().getOrDefault(kind, 0),
                    report.beside().stream()
                            .filter(alert -> alert.kind() == kind)
                            .count(),
                    report.others().stream()
                            .filter(alert -> alert.kind() == kind)
                            .count());
        }
        return table;
    }

    /** How often each kind was raised in each symbol. */
    private static String places(List<Alert> alerts) {
        Map<String, Integer> places = new TreeMap<>();
        alerts.forEach(alert -> places.merge(alert.kind() + " in " + alert.symbol(), 1, Integer::sum));
        return places.isEmpty()
                ? "nothing."
                : places.entrySet().stream()
                        .map(place -> place.getKey() + (place.getValue() == 1 ? "" : " ×" + place.getValue()))
                        .collect(Collectors.joining(", ", "", "."));
    }
}
