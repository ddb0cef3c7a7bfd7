package io.stockmate.lake;

import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/** Opens the files of a subtask, each of which has a copy of its own. */
final class TableWriters implements BulkWriter.Factory<LakeRow> {
    private static final long serialVersionUID = 1;

    private final LakeSettings settings;
    private transient @Nullable HeldRows held;

    TableWriters(LakeSettings settings) {
        this.settings = settings;
    }

    @Override
    public TableWriter create(FSDataOutputStream stream) {
        HeldRows all = held;
        if (all == null) {
            all = new HeldRows(settings.rowsHeld());
            held = all;
        }
        return new TableWriter(stream, settings, all);
    }
}
