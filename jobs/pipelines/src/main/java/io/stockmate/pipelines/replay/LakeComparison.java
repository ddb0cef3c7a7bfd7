package io.stockmate.pipelines.replay;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LogSelection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares rebuilt tables with a lake's own. */
record LakeComparison(Path lake, Path rebuilt, LogSelection selection) {
    ReplayReport of(List<SymbolReplayed> replayed, List<String> problems) {
        TreeMap<String, SortedSet<Long>> places = new TreeMap<>();
        for (EventType type : EventType.values()) {
            for (LakeDifference.Row row : LakeDifference.between(lake, rebuilt, LakeTable.of(type), selection)) {
                places.computeIfAbsent(row.symbol(), symbol -> new TreeSet<>()).add(row.seq());
            }
        }
        List<String> all = new ArrayList<>(problems);
        logDifferences().forEach(all::add);
        return new ReplayReport(symbols(replayed, places), all, first(places));
    }

    /** The log's own rows come out of a replay as they went in; past the selection's end there are more of them. */
    private List<String> logDifferences() {
        boolean bounded = selection.untilMs() != Long.MAX_VALUE;
        return LakeDifference.between(lake, rebuilt, LakeTable.COMMAND, selection).stream()
                .filter(row -> !(bounded && row.inLeft()))
                .map(row -> row.symbol() + " commandSeq " + row.seq() + ": "
                        + (row.inLeft()
                                ? "the replay does not give this row of the log"
                                : "the log has no such row, which the replay gives"))
                .toList();
    }

    private static List<SymbolReplayed> symbols(List<SymbolReplayed> replayed, Map<String, SortedSet<Long>> places) {
        Map<String, SymbolReplayed> symbols = new TreeMap<>();
        replayed.forEach(symbol -> symbols.put(symbol.symbol(), symbol));
        places.forEach((symbol, seqs) -> {
            SymbolReplayed found = symbols.getOrDefault(symbol, new SymbolReplayed(symbol, 0, 0, 0, 0));
            symbols.put(
                    symbol, new SymbolReplayed(symbol, found.commands(), found.events(), found.chain(), seqs.size()));
        });
        return List.copyOf(symbols.values());
    }

    private Optional<FirstDifference> first(TreeMap<String, SortedSet<Long>> places) {
        Map.Entry<String, SortedSet<Long>> first = places.firstEntry();
        if (first == null) {
            return Optional.empty();
        }
        String symbol = first.getKey();
        long seq = first.getValue().first();
        return Optional.of(new FirstDifference(symbol, seq, at(lake, symbol, seq), at(rebuilt, symbol, seq)));
    }

    /** A row that cannot be read is no event; it has been found to differ. */
    private static List<Event> at(Path root, String symbol, long seq) {
        try (LakeReader reader = LakeReader.open(root, unreadable -> {})) {
            return reader.eventsAt(symbol, seq);
        }
    }
}
