package io.stockmate.lake;

import java.time.Duration;

/**
 * How days are merged.
 *
 * @param rowGroupRows at which a row group ends, at least 1: the larger it is, the farther apart its columns lie, and the
 *     fewer of those that nobody asked for are read
 * @param rowGroupBytes at which a row group ends, at least 1, looked at every few thousand rows: so much of it is held in
 *     memory
 * @param fileBytes a merged file ends at the first row group that takes it over this, at least 1: with twice 128 MB a day
 *     has no more files than one, or its size divided by 128 MB
 * @param keep how long files that were replaced are kept, by the machine's clock: longer than any question that was asked
 *     before takes, and than a job may be away that is restored from its newest checkpoint
 */
public record MergeSettings(int rowGroupRows, long rowGroupBytes, long fileBytes, Duration keep) {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Row groups of 4,194,304 rows or 128 MiB, files of 256 MiB; what was replaced goes after two hours. */
    public static final MergeSettings DEFAULT =
            new MergeSettings(4 * 1024 * 1024, 128 * MEBIBYTE, 256 * MEBIBYTE, Duration.ofHours(2));

    public MergeSettings {
        if (rowGroupRows < 1) {
            throw new IllegalArgumentException("rowGroupRows is " + rowGroupRows + "; give at least 1");
        }
        if (rowGroupBytes < 1) {
            throw new IllegalArgumentException("rowGroupBytes is " + rowGroupBytes + "; give at least 1");
        }
        if (fileBytes < 1) {
            throw new IllegalArgumentException("fileBytes is " + fileBytes + "; give at least 1");
        }
        if (keep.isNegative()) {
            throw new IllegalArgumentException("keep is " + keep + "; give at least 0");
        }
    }

    public MergeSettings withKeep(Duration newKeep) {
        return new MergeSettings(rowGroupRows, rowGroupBytes, fileBytes, newKeep);
    }

    public MergeSettings withFileBytes(long newFileBytes) {
        return new MergeSettings(rowGroupRows, rowGroupBytes, newFileBytes, keep);
    }

    public MergeSettings withRowGroupRows(int newRowGroupRows) {
        return new MergeSettings(newRowGroupRows, rowGroupBytes, fileBytes, keep);
    }

    public MergeSettings withRowGroupBytes(long newRowGroupBytes) {
        return new MergeSettings(rowGroupRows, newRowGroupBytes, fileBytes, keep);
    }
}
