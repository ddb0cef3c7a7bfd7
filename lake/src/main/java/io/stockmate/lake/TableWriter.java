package io.stockmate.lake;

import java.io.IOException;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one Parquet file. Its first row tells of which table; a row of another table is refused. Rows are held until
 * they fill a row group, which is sorted as it is written.
 */
final class TableWriter implements BulkWriter<LakeRow> {
    private final FSDataOutputStream stream;
    private final LakeSettings settings;
    private final HeldRows all;
    private @Nullable RowGroups file;
    private @Nullable RowBuffer held;

    TableWriter(FSDataOutputStream stream, LakeSettings settings, HeldRows all) {
        this.stream = stream;
        this.settings = settings;
        this.all = all;
        all.opened(this);
    }

    @Override
    public void addElement(LakeRow row) throws IOException {
        RowBuffer rows = held;
        if (rows == null) {
            rows = new RowBuffer(row.table());
            held = rows;
            file = new RowGroups(row.table(), new TableFile(stream));
        }
        rows.add(row);
        all.added();
        if (rows.rows() >= settings.rowGroupRows() || rows.size() >= settings.rowGroupBytes()) {
            writeHeld();
        }
    }

    int held() {
        return held == null ? 0 : held.rows();
    }

    /** Writes what is held as a row group. */
    void writeHeld() throws IOException {
        if (file != null && held != null && held.rows() > 0) {
            all.left(held.rows());
            file.write(held);
            held.clear();
        }
    }

    /** Does nothing: a row group is written when it is full, and the last one by {@link #finish}. */
    @Override
    public void flush() {}

    @Override
    public void finish() throws IOException {
        writeHeld();
        all.closed(this);
        if (file != null) {
            file.end();
        }
    }
}
