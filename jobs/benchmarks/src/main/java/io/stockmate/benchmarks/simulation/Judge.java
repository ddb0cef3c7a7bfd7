package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Event;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what a run left behind with what it was to leave, by content. */
final class Judge {
    private final List<Violation> violations = new ArrayList<>();

    static List<Violation> of(Expected expected, Sinks found) {
        Judge judge = new Judge();
        judge.rows(Invariant.LOG_IS_THE_STREAM, MatchingWork.COMMANDS, expected, found);
        judge.rows(Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED, MatchingWork.EVENTS, expected, found);
        judge.published(expected, found);
        judge.rows(Invariant.BOOKS_FOLLOW_THE_EVENTS, KeptBooks.TABLE, expected, found);
        judge.rows(Invariant.ALERTS_FOLLOW_THE_EVENTS, WatchedSymbols.TABLE, expected, found);
        judge.rows(Invariant.FORECASTS_FOLLOW_THE_EVENTS, PlannedDemand.TABLE, expected, found);
        judge.ledger(expected, found);
        return judge.violations;
    }

    private void violation(Invariant invariant, String symbol, String place, String detail) {
        violations.add(new Violation(invariant, symbol, place, detail));
    }

    private void rows(Invariant invariant, String table, Expected expected, Sinks found) {
        Map<String, List<Object>> due = expected.lake().table(table);
        Map<String, List<Object>> there = found.lake().table(table);
        Set<String> symbols = new HashSet<>(due.keySet());
        symbols.addAll(there.keySet());
        for (String symbol : symbols) {
            compare(invariant, symbol, due.getOrDefault(symbol, List.of()), there.getOrDefault(symbol, List.of()));
        }
    }

    private void compare(Invariant invariant, String symbol, List<?> due, List<?> there) {
        if (due.equals(there)) {
            return;
        }
        int same = 0;
        while (same < due.size() && same < there.size() && due.get(same).equals(there.get(same))) {
            same++;
        }
        violation(
                invariant,
                symbol,
                "row " + (same + 1) + " of " + due.size() + ", found " + there.size(),
                (same < there.size() ? there.get(same) : "nothing") + " where "
                        + (same < due.size() ? due.get(same) : "nothing") + " was to be");
    }

    /** Each event that was to be is in the stream, and what came again says the same. */
    private void published(Expected expected, Sinks found) {
        Map<String, TreeMap<Long, Event>> events = new TreeMap<>();
        for (Topic.Shard<Event> shard : found.events().shards()) {
            for (Event event : shard.records()) {
                Event before = events.computeIfAbsent(event.symbol(), none -> new TreeMap<>())
                        .putIfAbsent(event.seq(), event);
                if (event.seq() > 0 && before != null && !before.equals(event)) {
                    violation(
                            Invariant.REPEATS_SAY_THE_SAME,
                            event.symbol(),
                            "seq " + event.seq(),
                            before + " and " + event);
                }
            }
        }
        expected.lake().table(MatchingWork.EVENTS).forEach((symbol, rows) -> {
            List<?> due = rows.stream().filter(row -> ((Event) row).seq() > 0).toList();
            TreeMap<Long, Event> there = events.getOrDefault(symbol, new TreeMap<>());
            there.remove(0L);
            compare(Invariant.NO_GAP, symbol, due, new ArrayList<>(there.values()));
        });
    }

    private void ledger(Expected expected, Sinks found) {
        List<?> due = List.copyOf(expected.ledger().transactions().values());
        List<?> there = List.copyOf(found.ledger().transactions().values());
        compare(Invariant.DATABASE_IS_THE_LAKE, "*", due, there);
    }
}
