package io.stockmate.local.scoreboard;

import io.stockmate.core.message.Alert;
import java.util.List;
import java.util.Map;

/**
 * What has been counted up to a moment.
 *
 * @param commands of this run, by type; what cannot be understood is none
 * @param events of this run, by type, each event once
 * @param deadLetters records of this run that cannot be answered
 * @param unanswered commands of this run that no event has answered yet
 * @param oldestUnansweredAt when the oldest of these arrived, epoch milliseconds; 0 where there is none
 * @param rejects events of this run that refuse something
 * @param symbols that have a market
 * @param trades in the data directory, those of earlier runs included
 * @param repeats events that came more than once
 * @param heldBack events that wait for one before them
 * @param firstTradeAt when the first trade of this run could be read, epoch milliseconds; 0 where there was none
 * @param alerts raised in this run, by kind
 * @param newestAlerts of this run, the newest first
 */
public record Score(
        Map<String, Long> commands,
        Map<String, Long> events,
        long deadLetters,
        long unanswered,
        long oldestUnansweredAt,
        long rejects,
        long symbols,
        long trades,
        long repeats,
        long heldBack,
        long firstTradeAt,
        Map<String, Long> alerts,
        List<Alert> newestAlerts) {
    public long commandsInAll() {
        return sum(commands);
    }

    public long eventsInAll() {
        return sum(events);
    }

    public long alertsInAll() {
        return sum(alerts);
    }

    public long commands(String type) {
        return commands.getOrDefault(type, 0L);
    }

    public long events(String type) {
        return events.getOrDefault(type, 0L);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
