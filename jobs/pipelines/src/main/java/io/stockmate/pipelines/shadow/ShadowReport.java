package io.stockmate.pipelines.shadow;

import java.util.List;

/**
 * Two versions on one log.
 *
 * @param commands that this version takes
 * @param events that this version gives
 * @param differences the first of each symbol that has any, by symbol
 * @param failures where the other version throws, the first of each symbol, each in one line
 * @param problems entries of the log that cannot be read or applied, each in one line
 */
public record ShadowReport(
        long symbols,
        long commands,
        long events,
        List<ShadowDifference> differences,
        List<String> failures,
        List<String> problems) {
    /** Whether both versions gave the same, and the whole log could be read. */
    public boolean agrees() {
        return differences.isEmpty() && failures.isEmpty() && problems.isEmpty();
    }
}
