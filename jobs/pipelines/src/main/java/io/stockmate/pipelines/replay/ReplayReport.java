package io.stockmate.pipelines.replay;

import java.util.List;
import java.util.Optional;

/**
 * What a replay gave.
 *
 * @param symbols by name
 * @param problems log entries that could not be applied, and rows of the log that differ, each in one line
 * @param firstDifference by symbol and seq, of the event tables
 */
public record ReplayReport(
        List<SymbolReplayed> symbols, List<String> problems, Optional<FirstDifference> firstDifference) {
    public long commands() {
        return symbols.stream().mapToLong(SymbolReplayed::commands).sum();
    }

    public long events() {
        return symbols.stream().mapToLong(SymbolReplayed::events).sum();
    }

    /** Differing places and problems. */
    public long violations() {
        return problems.size()
                + symbols.stream().mapToLong(SymbolReplayed::differences).sum();
    }
}
