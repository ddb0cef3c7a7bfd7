package io.stockmate.local.scoreboard;

import io.stockmate.core.message.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The scoreboard at a moment.
 *
 * @param running since the market runs
 * @param eventsPerSecond since the line before
 * @param checkpointAge of the newest complete checkpoint
 * @param restarts of the jobs in this run
 * @param simulatedAt the streams' time where it is not real time, epoch milliseconds
 * @param books what is to be told of books and billing: names and values, in order
 * @param troubles jobs without which the market goes on, and why
 */
public record ScoreLine(
        Duration running,
        Score score,
        long eventsPerSecond,
        Optional<Duration> checkpointAge,
        long p50Ms,
        long p99Ms,
        long restarts,
        OptionalLong simulatedAt,
        Map<String, String> books,
        List<String> troubles) {

    private static final DateTimeFormatter SIMULATED =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What stands on it, in order: names and values. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        simulatedAt.ifPresent(at -> entries.put("time", SIMULATED.format(Instant.ofEpochMilli(at))));
        entries.put("orders", Long.toString(score.commands(CommandType.NEW_ORDER.wireName())));
        entries.put("trades", Long.toString(score.events("Trade")));
        entries.put("rejects", Long.toString(score.rejects()));
        entries.put("books", Long.toString(score.symbols()));
        entries.put("alerts", Long.toString(score.alertsInAll()));
        entries.put("events/s", Long.toString(eventsPerSecond));
        entries.put("lag", Long.toString(score.unanswered()));
        entries.put("dead letters", Long.toString(score.deadLetters()));
        entries.put(
                "checkpoint",
                checkpointAge.map(age -> age.toSeconds() + " s ago").orElse("none yet"));
        entries.put("p50", p50Ms + " ms");
        entries.put("p99", p99Ms + " ms");
        entries.putAll(books);
        if (restarts > 0) {
            entries.put("restarts", Long.toString(restarts));
        }
        troubles.forEach(trouble -> entries.put("failed", trouble));
        return entries;
    }

    /** All of it in one line. */
    public String text() {
        return clock() + "  "
                + entries().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("  "));
    }

    /** Minutes and seconds since the market runs. */
    public String clock() {
        return String.format("%02d:%02d", running.toMinutes(), running.toSecondsPart());
    }
}
