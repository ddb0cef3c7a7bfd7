package io.stockmate.benchmarks.lake;

import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeLists;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long rows take from their event time to the moment in which a query sees them: the one that follows the lists, which
 * are written now and then and so show a file later than its folder does. Of merged tables, before anything is merged.
 */
final class Freshness {
    private static final int PERCENT = 99;

    private final Path lake;
    private final LakeLists lists;
    private final Map<Path, Long> seen = new HashMap<>();

    Freshness(Path lake) {
        this.lake = lake.toAbsolutePath();
        this.lists = new LakeLists(new org.apache.flink.core.fs.Path(lake.toUri()), this.lake.toString());
    }

    /** Writes the lists and keeps which files they name for the first time. */
    synchronized void look(long nowMs) throws IOException {
        if (lists.round(LocalDate.MIN) == 0) {
            return;
        }
        try (Stream<Path> written = Files.walk(lake.resolve("listed"))) {
            for (Path list : written.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(list).forEach(file -> seen.putIfAbsent(Path.of(file), nowMs));
            }
        }
    }

    /**
     * Within which 99 of 100 rows were to be seen after their event time, in milliseconds.
     *
     * @param opensAt an event time, epoch milliseconds
     * @param openedMs when that was by the clock of {@link #look}
     * @param skippedMs rows of so long from {@code opensAt} on are not counted
     */
    synchronized long millis(long opensAt, long openedMs, long skippedMs) {
        TreeMap<Long, Long> rows = new TreeMap<>();
        try (LakeQueries queries = LakeQueries.open(lake)) {
            for (LakeTable table : LakeTable.values()) {
                if (Files.isDirectory(lake.resolve("listed").resolve(table.tableName()))) {
                    add(queries, table, opensAt + skippedMs, openedMs - opensAt, rows);
                }
            }
        }
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        long counted = 0;
        for (Map.Entry<Long, Long> each : rows.entrySet()) {
            counted += each.getValue();
            if (counted * 100 >= all * PERCENT) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("no row came after the first " + skippedMs + " ms: let it run longer");
    }

    private void add(LakeQueries queries, LakeTable table, long from, long shift, Map<Long, Long> rows) {
        String sql = "SELECT \"$path\", CAST(epoch_ms(ts) AS BIGINT), count(*) FROM " + table.tableName()
                + " WHERE epoch_ms(ts) >= " + from + " GROUP BY ALL";
        try (Answer answer = queries.ask(sql)) {
            for (List<?> row : answer.rows()) {
                Long shown = seen.get(Path.of(String.valueOf(row.get(0))));
                if (shown == null) {
                    throw new IllegalStateException("no list names " + row.get(0) + ": look once more at the end");
                }
                long happened = ((Number) row.get(1)).longValue() + shift;
                rows.merge(shown - happened, ((Number) row.get(2)).longValue(), Long::sum);
            }
        }
    }
}
