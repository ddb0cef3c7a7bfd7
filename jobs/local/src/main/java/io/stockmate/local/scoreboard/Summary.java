package io.stockmate.local.scoreboard;

import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.EventType;
import io.stockmate.local.console.AlertText;
import io.stockmate.local.console.TextTable;
import io.stockmate.local.platform.OperatorTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param jvmStartedAt epoch milliseconds
 */
public record Summary(Duration running, Score score, Latencies latencies, OperatorTimes operator, long jvmStartedAt) {
    private static final double NS_PER_MS = 1e6;

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("The market ran for " + running.toSeconds() + " s.");
        lines.add("");
        lines.addAll(totals().lines());
        lines.add("");
        lines.addAll(alerts());
        lines.add("");
        lines.addAll(times().lines());
        lines.add("");
        lines.add(answered());
        lines.add("Trades in the data directory, earlier runs included: " + score.trades());
        if (score.firstTradeAt() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "First trade %.1f s after the start of the JVM.",
                    (score.firstTradeAt() - jvmStartedAt) / 1e3));
        }
        return lines;
    }

    private String answered() {
        long open = score.unanswered();
        return open == 0
                ? "Every one of " + score.commandsInAll() + " commands was answered."
                : open + " of " + score.commandsInAll() + " commands were not answered.";
    }

    private TextTable totals() {
        TextTable table = new TextTable("commands", "", "  events", "");
        List<Map.Entry<String, Long>> in = known(score.commands(), wireNamesOfCommands());
        List<Map.Entry<String, Long>> out = known(score.events(), wireNamesOfEvents());
        in.add(Map.entry("(dead letters)", score.deadLetters()));
        out.add(Map.entry("(refusals among them)", score.rejects()));
        for (int row = 0; row < Math.max(in.size(), out.size()); row++) {
            table.row(name(in, row), count(in, row), "  " + name(out, row), count(out, row));
        }
        return table;
    }

    private static List<String> wireNamesOfCommands() {
        return List.of(CommandType.values()).stream().map(CommandType::wireName).toList();
    }

    private static List<String> wireNamesOfEvents() {
        return List.of(EventType.values()).stream().map(EventType::wireName).toList();
    }

    private static List<Map.Entry<String, Long>> known(Map<String, Long> counts, List<String> order) {
        List<Map.Entry<String, Long>> rows = new ArrayList<>();
        Map<String, Long> rest = new TreeMap<>(counts);
        for (String name : order) {
            Long count = rest.remove(name);
            if (count != null) {
                rows.add(Map.entry(name, count));
            }
        }
        rows.addAll(rest.entrySet());
        return rows;
    }

    private static String name(List<Map.Entry<String, Long>> rows, int row) {
        return row < rows.size() ? rows.get(row).getKey() : "";
    }

    private static String count(List<Map.Entry<String, Long>> rows, int row) {
        return row < rows.size() ? rows.get(row).getValue().toString() : "";
    }

    private List<String> alerts() {
        if (score.alertsInAll() == 0) {
            return List.of("No alert was raised.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(score.alertsInAll() + " alerts were raised:");
        new TreeMap<>(score.alerts()).forEach((kind, count) -> lines.add(String.format("  %5d  %s", count, kind)));
        lines.add("The last ones:");
        score.newestAlerts().forEach(alert -> lines.add("  " + AlertText.line(alert)));
        return lines;
    }

    private TextTable times() {
        return new TextTable("time", "p50", "p99", "max")
                .row(
                        "arrival of a command until each of its events is readable",
                        latencies.percentile(50) + " ms",
                        latencies.percentile(99) + " ms",
                        latencies.max() + " ms")
                .row(
                        "inside the operator that matches",
                        milliseconds(operator.p50Ns()),
                        milliseconds(operator.p99Ns()),
                        milliseconds(operator.maxNs()));
    }

    private static String milliseconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.3f ms", nanoseconds / NS_PER_MS);
    }
}
