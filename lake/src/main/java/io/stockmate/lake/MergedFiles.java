package io.stockmate.lake;

import io.stockmate.core.message.Described;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that come sorted to files, each of which ends at the first row group that takes it over a size. So n files
 * are n - 1 times as large as that at least. Row groups are large, so that columns lie far apart and an engine can read
 * some without the others; within a column it finds the pages of a symbol by their statistics.
 */
final class MergedFiles {
    private static final int ROWS_BETWEEN_LOOKS = 4_096;

    private final Relation table;
    private final DayFolder folder;
    private final IntFunction<String> names;
    private final MergeSettings settings;
    /** The row that is being added. */
    private final RowBuffer added;

    private final List<String> written = new ArrayList<>();
    private long rowsLeft;
    private @Nullable FSDataOutputStream stream;
    private @Nullable RowGroups file;
    private RowGroups.@Nullable RowGroup group;

    /** @param rows how many there will be */
    MergedFiles(Relation table, DayFolder folder, IntFunction<String> names, MergeSettings settings, long rows) {
        this.table = table;
        this.folder = folder;
        this.names = names;
        this.settings = settings;
        this.added = new RowBuffer(table);
        this.rowsLeft = rows;
    }

    /** Adds the rows of an answer to a question for the columns, in their order. */
    void addAll(Answer answer) throws IOException {
        AnsweredRow row = new AnsweredRow(table, answer);
        while (answer.next()) {
            add(row);
        }
    }

    void add(Described row) throws IOException {
        RowGroups.RowGroup open = group == null ? begin() : group;
        added.clear();
        added.add(row);
        open.add(added, 0);
        rowsLeft--;
        if (open.rows() >= settings.rowGroupRows()
                || open.rows() % ROWS_BETWEEN_LOOKS == 0 && open.size() >= settings.rowGroupBytes()) {
            endGroup();
        }
    }

    /** Ends the last file and tells the names of all. */
    List<String> end() throws IOException {
        endGroup();
        endFile();
        return written;
    }

    private RowGroups.RowGroup begin() throws IOException {
        if (file == null) {
            String name = names.apply(written.size());
            stream = folder.create(name);
            file = new RowGroups(table, new TableFile(stream));
            written.add(name);
        }
        group = file.begin(Math.min(settings.rowGroupRows(), rowsLeft));
        return group;
    }

    private void endGroup() throws IOException {
        if (group != null && file != null) {
            group.end();
            group = null;
            if (file.size() >= settings.fileBytes()) {
                endFile();
            }
        }
    }

    private void endFile() throws IOException {
        if (stream != null && file != null) {
            file.end();
            folder.secure(stream);
            stream.close();
            folder.show(written.get(written.size() - 1));
        }
        stream = null;
        file = null;
    }
}
