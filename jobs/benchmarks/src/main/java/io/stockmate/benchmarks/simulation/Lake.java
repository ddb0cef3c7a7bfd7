package io.stockmate.benchmarks.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that come to light in transactions, each as a whole and once, however often it is committed. */
final class Lake {
    /** A row of a symbol, as it was written. */
    record Row(String table, String symbol, Object content) {}

    /** What a task wrote for a checkpoint; the name is its own for good. */
    record Transaction(String name, long checkpoint, List<Row> rows) {}

    private final Map<String, Map<String, List<Object>>> tables = new HashMap<>();
    private final Set<String> committed = new HashSet<>();

    /** Whether it was not committed before. */
    boolean isNew(Transaction transaction) {
        return committed.add(transaction.name());
    }

    void add(List<Row> rows) {
        for (Row row : rows) {
            tables.computeIfAbsent(row.table(), none -> new HashMap<>())
                    .computeIfAbsent(row.symbol(), none -> new ArrayList<>())
                    .add(row.content());
        }
    }

    /** The rows of a table by symbol, in the order in which they came to light. */
    Map<String, List<Object>> table(String name) {
        return tables.getOrDefault(name, Map.of());
    }
}
