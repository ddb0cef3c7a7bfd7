package io.stockmate.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Merges files of a table's day into few, sorted as the table says. What is written is read back and compared by content
 * before it takes the place of what it was made of. Whoever is killed meanwhile leaves files that nobody reads.
 */
final class DayMerge {
    private final LakeTable table;
    private final DayFolder folder;
    private final MergeSettings settings;
    private final Path copies;

    /** @param copies where files that are elsewhere are copied to */
    DayMerge(LakeTable table, DayFolder folder, MergeSettings settings, Path copies) {
        this.table = table;
        this.folder = folder;
        this.settings = settings;
        this.copies = copies;
    }

    /**
     * Merges {@code files} of the folder.
     *
     * @return the rows
     * @throws QueryRefused if a file cannot be read, or holds a column that the table has not: it would be lost
     */
    long run(DayFiles state, List<String> files, long bookTimeMs, long nowMs) throws IOException {
        List<Path> readable = folder.readable(files, copies);
        try (DuckDb engine = DuckDb.start()) {
            refuseUnknownColumns(engine, readable);
            engine.run(TableView.over(table, readable));
            Content before = Content.of(engine, table, table.tableName());
            List<String> merged = write(engine, state, before.rows());
            engine.run(TableView.over(table, folder.readable(merged, copies)));
            Content after = Content.of(engine, table, table.tableName());
            after.refuseUnless(before, "merged files");
            folder.set(state.merged(files, merged, bookTimeMs, nowMs));
            return before.rows();
        }
    }

    private List<String> write(DuckDb engine, DayFiles state, long rows) throws IOException {
        MergedFiles merged = new MergedFiles(table, folder, state::next, settings, rows);
        String order = String.join(", ", table.mergedOrder());
        try (Answer answer = engine.ask(
                "SELECT " + TableView.columns(table) + " FROM " + table.tableName() + " ORDER BY " + order)) {
            merged.addAll(answer);
        }
        return merged.end();
    }

    private void refuseUnknownColumns(DuckDb engine, List<Path> files) {
        String known = table.columns().stream()
                .map(column -> LogSelection.text(column.name()))
                .collect(Collectors.joining(", "));
        String sql = "SELECT DISTINCT name FROM parquet_schema(" + TableView.list(files)
                + ") WHERE type IS NOT NULL AND name NOT IN (" + known + ")";
        try (Answer answer = engine.ask(sql)) {
            if (answer.next()) {
                throw new QueryRefused("a file has the column " + answer.text(0)
                        + ", which this version does not know; merge with the version that wrote it");
            }
        }
    }
}
