package io.stockmate.pipelines.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers violations: counts all, keeps the first {@value #KEPT_MAX}. */
final class Findings {
    static final int KEPT_MAX = 1_000;

    private final List<Violation> kept = new ArrayList<>();
    private final Map<Invariant, Long> counts = new EnumMap<>(Invariant.class);
    private long skippedSymbols;

    void add(Invariant invariant, String symbol, String place, String detail) {
        counts.merge(invariant, 1L, Long::sum);
        if (kept.size() < KEPT_MAX) {
            kept.add(new Violation(invariant, symbol, place, detail));
        }
    }

    /** Of a symbol with a gap, read models and outbox are not compared. */
    void skipped() {
        skippedSymbols++;
    }

    long skippedSymbols() {
        return skippedSymbols;
    }

    List<Violation> kept() {
        return List.copyOf(kept);
    }

    /** By invariant. */
    Map<Invariant, Long> counts() {
        return Map.copyOf(counts);
    }
}
