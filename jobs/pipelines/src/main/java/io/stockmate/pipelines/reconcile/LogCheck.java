package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.LogEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Invariant 2.
 *
 * @param commandSeqs by place, as the events tell them
 */
record LogCheck(SymbolEvidence evidence, Commands commands, Map<String, Long> commandSeqs, Findings findings) {
    void run() {
        Map<String, List<LogEntry>> rows = new LinkedHashMap<>();
        for (LogEntry entry : evidence.log) {
            rows.computeIfAbsent(Places.key(entry.cause()), place -> new ArrayList<>())
                    .add(entry);
        }
        commands.understood.forEach((place, record) -> {
            if (commands.occurrences.getOrDefault(place, 1) > 1) {
                add(place(record), "twice in the stream");
            }
            check(record, rows.getOrDefault(place, List.of()));
        });
        rows.keySet().removeAll(commands.understood.keySet());
        rows.values()
                .forEach(entries -> add(place(entries.get(0)), "a row of the log that is no command of the stream"));
    }

    private void check(ArrivedRecord record, List<LogEntry> rows) {
        if (rows.isEmpty()) {
            add(place(record), "a command that has no row in the log");
        } else if (rows.size() > 1) {
            add(place(record), rows.size() + " rows in the log");
        }
        for (LogEntry row : rows) {
            String difference = difference(record, row);
            if (!difference.isEmpty()) {
                add(place(record), "the row in the log has " + difference);
            }
        }
    }

    private String difference(ArrivedRecord record, LogEntry row) {
        List<String> differences = new ArrayList<>();
        Long commandSeq = commandSeqs.get(Places.key(record.cause()));
        if (commandSeq != null && commandSeq != row.commandSeq()) {
            differences.add("commandSeq " + row.commandSeq() + " instead of " + commandSeq);
        }
        if (!record.cause().equals(row.cause())) {
            differences.add("arrivedAt " + row.cause().arrivedAt() + " instead of "
                    + record.cause().arrivedAt());
        }
        if (!record.partitionKey().equals(row.partitionKey())) {
            differences.add("partitionKey " + row.partitionKey());
        }
        if (!Arrays.equals(record.data(), row.data())) {
            int at = Arrays.mismatch(record.data(), row.data());
            differences.add("other data than the stream, from byte " + at + " on");
        }
        return String.join("; ", differences);
    }

    private String place(ArrivedRecord record) {
        long commandSeq = commandSeqs.getOrDefault(Places.key(record.cause()), 0L);
        return commandSeq > 0 ? Places.commandSeq(commandSeq) : Places.of(record.cause());
    }

    private String place(LogEntry row) {
        long commandSeq = commandSeqs.getOrDefault(Places.key(row.cause()), row.commandSeq());
        return commandSeq > 0 ? Places.commandSeq(commandSeq) : Places.of(row.cause());
    }

    private void add(String place, String detail) {
        findings.add(Invariant.LOG_IS_THE_STREAM, evidence.symbol, place, detail);
    }
}
