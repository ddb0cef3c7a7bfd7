package io.stockmate.pipelines.reconcile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a reconciliation found.
 *
 * @param violations the first ones, by symbol
 * @param counts of all, by invariant
 * @param skippedSymbols with a gap, so that their outbox and read models, and then all carts, were not compared
 * @param notCompared why there was nothing to compare, by invariant
 */
public record Verdict(
        Accounts accounts,
        List<Violation> violations,
        Map<Invariant, Long> counts,
        long skippedSymbols,
        SortedMap<Invariant, String> notCompared) {
    /** How many there are, also of those that are not kept. */
    public long violationCount() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many there are of one invariant. */
    public long count(Invariant invariant) {
        return counts.getOrDefault(invariant, 0L);
    }

    /** Whether nothing was found wrong in what could be compared. */
    public boolean holds() {
        return violationCount() == 0;
    }
}
