package io.stockmate.lake;

import java.io.Serializable;

/**
 * What the writers of the lake may take. An open file holds one row group in memory, so a job needs at most tables ×
 * subtasks × open days × {@code rowGroupBytes}, and no more than {@code rowsHeld} rows per subtask.
 *
 * @param rowGroupBytes at which a row group is written out, at least 64 KiB
 * @param rowGroupRows at which a row group is written out, at least 1
 * @param rowsHeld how many rows a subtask holds at most over all its files, at least 1: a checkpoint sorts and writes
 *     them while the job waits
 */
public record LakeSettings(int rowGroupBytes, int rowGroupRows, int rowsHeld) implements Serializable {
    private static final int ROW_GROUP_BYTES_MIN = 64 * 1024;

    /** 16 MiB or 65,536 rows, whichever comes first, and 16,384 rows held. */
    public static final LakeSettings DEFAULT = new LakeSettings(16 * 1024 * 1024, 65_536, 16_384);

    public LakeSettings {
        if (rowGroupBytes < ROW_GROUP_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "rowGroupBytes is " + rowGroupBytes + "; give at least " + ROW_GROUP_BYTES_MIN);
        }
        if (rowGroupRows < 1) {
            throw new IllegalArgumentException("rowGroupRows is " + rowGroupRows + "; give at least 1");
        }
        if (rowsHeld < 1) {
            throw new IllegalArgumentException("rowsHeld is " + rowsHeld + "; give at least 1");
        }
    }
}
