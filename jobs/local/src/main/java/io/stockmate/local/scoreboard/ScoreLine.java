package io.stockmate.local.scoreboard;

import io.stockmate.core.message.CommandType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The scoreboard at a moment.
 *
 * @param running since the market runs
 * @param eventsPerSecond since the line before
 * @param checkpointAge of the newest complete checkpoint
 * @param restarts of the job in this run
 */
public record ScoreLine(
        Duration running,
        Score score,
        long eventsPerSecond,
        Optional<Duration> checkpointAge,
        long p50Ms,
        long p99Ms,
        long restarts) {

    /** What stands on it, in order: names and values. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("orders", Long.toString(score.commands(CommandType.NEW_ORDER.wireName())));
        entries.put("trades", Long.toString(score.events("Trade")));
        entries.put("rejects", Long.toString(score.rejects()));
        entries.put("books", Long.toString(score.symbols()));
        entries.put("events/s", Long.toString(eventsPerSecond));
        entries.put("lag", Long.toString(score.unanswered()));
        entries.put("dead letters", Long.toString(score.deadLetters()));
        entries.put(
                "checkpoint",
                checkpointAge.map(age -> age.toSeconds() + " s ago").orElse("none yet"));
        entries.put("p50", p50Ms + " ms");
        entries.put("p99", p99Ms + " ms");
        if (restarts > 0) {
            entries.put("restarts", Long.toString(restarts));
        }
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
