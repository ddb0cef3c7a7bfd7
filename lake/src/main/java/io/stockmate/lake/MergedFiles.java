package io.stockmate.lake;

import io.stockmate.core.message.Described;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that come in order to files, each of which ends at the first row group that takes it over a size. So n
 * files are n - 1 times as large as that at least.
 */
final class MergedFiles {
    private final LakeTable table;
    private final DayFolder folder;
    private final IntFunction<String> names;
    private final long fileBytes;
    private final RowBuffer held;
    private final List<String> written = new ArrayList<>();
    private @Nullable FSDataOutputStream stream;
    private @Nullable RowGroups file;

    MergedFiles(LakeTable table, DayFolder folder, IntFunction<String> names, long fileBytes) {
        this.table = table;
        this.folder = folder;
        this.names = names;
        this.fileBytes = fileBytes;
        this.held = new RowBuffer(table);
    }

    void add(Described row) throws IOException {
        held.add(row);
        if (held.rows() >= LakeSettings.DEFAULT.rowGroupRows() || held.size() >= LakeSettings.DEFAULT.rowGroupBytes()) {
            writeHeld();
        }
    }

    /** Ends the last file and tells the names of all. */
    List<String> end() throws IOException {
        if (held.rows() > 0) {
            writeHeld();
        }
        endFile();
        return written;
    }

    private void writeHeld() throws IOException {
        if (stream == null) {
            String name = names.apply(written.size());
            stream = folder.create(name);
            file = new RowGroups(table, new TableFile(stream));
            written.add(name);
        }
        if (file != null) {
            file.write(held);
            held.clear();
            if (file.size() >= fileBytes) {
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
