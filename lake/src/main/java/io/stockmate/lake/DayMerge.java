package io.stockmate.lake;

import io.stockmate.core.message.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
     * @param whole whether these are all of the day's that count; then they are rolled up as well
     * @return the rows
     * @throws QueryRefused if a file cannot be read, or holds a column that the table has not: it would be lost
     */
    long run(DayFiles state, List<String> files, boolean whole, long bookTimeMs, long nowMs) throws IOException {
        List<Path> readable = readable(files);
        try (DuckDb engine = DuckDb.start()) {
            refuseUnknownColumns(engine, readable);
            engine.run(TableView.over(table, readable));
            Content before = Content.of(engine, table, table.tableName());
            List<String> merged = write(engine, state, before.rows());
            engine.run(TableView.over(table, readable(merged)));
            Content after = Content.of(engine, table, table.tableName());
            after.refuseUnless(before, "merged files");
            String rollup = whole ? rollUp(engine, state) : null;
            folder.set(state.merged(files, merged, rollup, bookTimeMs, nowMs));
            return before.rows();
        }
    }

    private List<Path> readable(List<String> files) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (String file : files) {
            readable.add(folder.readable(file, copies));
        }
        return readable;
    }

    private List<String> write(DuckDb engine, DayFiles state, long rows) throws IOException {
        MergedFiles merged = new MergedFiles(table, folder, state::next, settings, rows);
        String order = table.mergedOrder().stream().map(DayMerge::quoted).collect(Collectors.joining(", "));
        try (Answer answer = engine.ask("SELECT " + columns() + " FROM " + table.tableName() + " ORDER BY " + order)) {
            AnsweredRow row = new AnsweredRow(table, answer);
            while (answer.next()) {
                merged.add(row);
            }
        }
        return merged.end();
    }

    /** Tells what the table comes to, where something asks for it; the name of the file. */
    private @Nullable String rollUp(DuckDb engine, DayFiles state) throws IOException {
        Optional<Rollup> rollup = Rollup.of(table);
        if (rollup.isEmpty()) {
            return null;
        }
        String name = state.nextRollup();
        Path local = copies.resolve(name);
        engine.run("COPY (" + stored(rollup.get()) + ") TO " + LogSelection.text(local.toString())
                + " (FORMAT parquet, COMPRESSION zstd)");
        folder.put(name, local);
        Files.delete(local);
        engine.run(TableView.over(rollup.get(), readable(List.of(name))));
        Content written = Content.of(engine, rollup.get(), rollup.get().tableName());
        written.refuseUnless(Content.of(engine, rollup.get(), "(" + rollup.get().sql() + ")"), "rolled up rows");
        return name;
    }

    /** In milliseconds, as in all files of the lake. */
    private static String stored(Rollup rollup) {
        String times = rollup.columns().stream()
                .filter(column -> column.kind() == Field.Kind.TIME)
                .map(column -> "CAST(" + quoted(column.name()) + " AS TIMESTAMP_MS) AS " + quoted(column.name()))
                .collect(Collectors.joining(", "));
        return "SELECT * REPLACE (" + times + ") FROM (" + rollup.sql() + ")";
    }

    private void refuseUnknownColumns(DuckDb engine, List<Path> files) {
        String known = names().map(LogSelection::text).collect(Collectors.joining(", "));
        String sql = "SELECT DISTINCT name FROM parquet_schema(" + TableView.list(files)
                + ") WHERE type IS NOT NULL AND name NOT IN (" + known + ")";
        try (Answer answer = engine.ask(sql)) {
            if (answer.next()) {
                throw new QueryRefused("a file has the column " + answer.text(0)
                        + ", which this version does not know; merge with the version that wrote it");
            }
        }
    }

    private String columns() {
        return names().map(DayMerge::quoted).collect(Collectors.joining(", "));
    }

    private Stream<String> names() {
        return table.columns().stream().map(column -> column.name());
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }
}
