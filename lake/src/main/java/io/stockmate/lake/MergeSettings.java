package io.stockmate.lake;

import java.time.Duration;

/**
 * How days are merged.
 *
 * @param fileBytes a merged file ends at the first row group that takes it over this, at least 1: with twice 128 MB a day
 *     has no more files than one, or its size divided by 128 MB
 * @param keep how long files that were replaced are kept, by the machine's clock: longer than any question that was asked
 *     before takes, and than a job may be away that is restored from its newest checkpoint
 */
public record MergeSettings(long fileBytes, Duration keep) {
    /** Files of 256 MiB; what was replaced goes after two hours. */
    public static final MergeSettings DEFAULT = new MergeSettings(256L * 1024 * 1024, Duration.ofHours(2));

    public MergeSettings {
        if (fileBytes < 1) {
            throw new IllegalArgumentException("fileBytes is " + fileBytes + "; give at least 1");
        }
        if (keep.isNegative()) {
            throw new IllegalArgumentException("keep is " + keep + "; give at least 0");
        }
    }

    public MergeSettings withKeep(Duration newKeep) {
        return new MergeSettings(fileBytes, newKeep);
    }

    public MergeSettings withFileBytes(long newFileBytes) {
        return new MergeSettings(newFileBytes, keep);
    }
}
