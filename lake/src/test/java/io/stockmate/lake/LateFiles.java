package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Files without rows that come late again and again, so that days are merged again and again. */
final class LateFiles {
    private static final List<LakeTable> TABLES = List.of(
            LakeTable.TRADE, LakeTable.EXECUTION_REPORT, LakeTable.STOCK_LEVEL, LakeTable.DEMAND, LakeTable.USAGE);

    private LateFiles() {}

    /** Merges until it is told to stop, and tells how many days. */
    static int mergeUntil(AtomicBoolean stop, Path root, LakeMerge merge) {
        int days = 0;
        try {
            for (int round = 0; !stop.get(); round++) {
                for (LakeTable table : TABLES) {
                    put(root, table, round);
                }
                MergeReport report = merge.closedDays(Long.MAX_VALUE, System.currentTimeMillis());
                assertThat(report.problems()).isEmpty();
                days += report.days();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return days;
    }

    /** Into the first day, whole at once, as jobs do. */
    private static void put(Path root, LakeTable table, int number) throws IOException {
        Path day = new LakeFiles(root).of(table).get(0).getParent();
        Path written = day.resolve(".late.parquet");
        try (LakeQueries queries = LakeQueries.open(root)) {
            queries.ask("COPY (SELECT * EXCLUDE dt FROM " + table.tableName() + " WHERE false) TO '" + written + "'");
        }
        Files.move(written, day.resolve("part-late-" + number + ".parquet"));
    }
}
