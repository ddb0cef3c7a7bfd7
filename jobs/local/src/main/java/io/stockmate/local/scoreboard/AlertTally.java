package io.stockmate.local.scoreboard;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts alerts, each once, and keeps the newest few. */
final class AlertTally {
    private static final int NEWEST_MAX = 5;

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Long> raised = new TreeMap<>();
    private final Deque<Alert> newest = new ArrayDeque<>();

    /** A clearing, and an alert that comes again, count for nothing. */
    void add(Alert alert) {
        if (alert.state() == AlertState.RAISED && seen.add(alert.alertId())) {
            raised.merge(alert.kind().name(), 1L, Long::sum);
            newest.addFirst(alert);
            if (newest.size() > NEWEST_MAX) {
                newest.removeLast();
            }
        }
    }

    /** How many were raised, by kind. */
    Map<String, Long> raised() {
        return Map.copyOf(raised);
    }

    /** The newest first. */
    List<Alert> newest() {
        return List.copyOf(newest);
    }
}
