package io.stockmate.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Tells what the merged files of a day come to, in a file that is read back and compared by content before the day's list
 * names it. Whoever is killed meanwhile leaves a file that nobody reads.
 */
final class DayRollup {
    private static final String ROLLED_UP = "rolled_up";

    private final Rollup rollup;
    private final DayFolder folder;
    private final MergeSettings settings;
    private final Path copies;

    /** @param copies where files that are elsewhere are copied to */
    DayRollup(Rollup rollup, DayFolder folder, MergeSettings settings, Path copies) {
        this.rollup = rollup;
        this.folder = folder;
        // One file, however large it is.
        this.settings = settings.withFileBytes(Long.MAX_VALUE);
        this.copies = copies;
    }

    /**
     * Rolls up the merged files of a state, unless that takes more than half as many rows.
     *
     * @throws QueryRefused if a file cannot be read, or a sum is beyond its column; the state is one without a rollup then
     */
    void run(DayFiles state) throws IOException {
        try {
            folder.set(state.rolledUp(write(state)));
        } catch (QueryRefused | IllegalStateException failure) {
            folder.set(state.rolledUp(DayFiles.NO_ROLLUP));
            throw failure;
        }
    }

    private String write(DayFiles state) throws IOException {
        try (DuckDb engine = DuckDb.start()) {
            engine.run(TableView.over(rollup.storedWith(), folder.readable(state.merged(), copies)));
            engine.run("CREATE TEMP TABLE " + ROLLED_UP + " AS " + rollup.sql());
            Content content = Content.of(engine, rollup, ROLLED_UP);
            if (2 * content.rows() > rows(engine)) {
                return DayFiles.NO_ROLLUP;
            }
            String name = state.nextRollup();
            write(engine, name, content.rows());
            engine.run(TableView.over(rollup, folder.readable(List.of(name), copies)));
            Content.of(engine, rollup, rollup.tableName()).refuseUnless(content, "rolled up rows");
            return name;
        }
    }

    private long rows(DuckDb engine) {
        try (Answer answer =
                engine.ask("SELECT count(*) FROM " + rollup.storedWith().tableName())) {
            return (Long) Objects.requireNonNull(answer.rows().get(0).get(0));
        }
    }

    private void write(DuckDb engine, String name, long rows) throws IOException {
        MergedFiles file = new MergedFiles(rollup, folder, first -> name, settings, rows);
        try (Answer answer = engine.ask("SELECT " + TableView.columns(rollup) + " FROM " + ROLLED_UP)) {
            file.addAll(answer);
        }
        file.end();
    }
}
