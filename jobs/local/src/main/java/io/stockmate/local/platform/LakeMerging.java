package io.stockmate.local.platform;

import io.stockmate.lake.LakeMerge;
import io.stockmate.lake.MergeReport;
import io.stockmate.lake.MergeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges the files of the lake while the jobs write it, in a thread of its own. What fails is tried again. */
final class LakeMerging implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LakeMerging.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private final LakeMerge merge;
    private final LongSupplier bookTimeMs;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "merge-lake");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable String trouble;

    private LakeMerging(LakeMerge merge, LongSupplier bookTimeMs) {
        this.merge = merge;
        this.bookTimeMs = bookTimeMs;
    }

    /** Begins after a minute, and from then on once a minute of the machine's clock. */
    static LakeMerging start(Path lake, LongSupplier bookTimeMs) {
        LakeMerging merging = new LakeMerging(LakeMerge.of(lake, MergeSettings.DEFAULT), bookTimeMs);
        merging.thread.scheduleWithFixedDelay(
                merging::round, INTERVAL.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
        return merging;
    }

    private void round() {
        try {
            MergeReport report = merge.round(bookTimeMs.getAsLong(), System.currentTimeMillis());
            if (report.days() > 0) {
                LOG.info("merged {} files into {}", report.files(), report.into());
            }
            tell(report.problems());
        } catch (IOException | RuntimeException failure) {
            LOG.error("the lake was not merged", failure);
            trouble = "the lake is not merged, see the log: " + failure.getMessage();
        }
    }

    private void tell(List<String> problems) {
        problems.forEach(problem -> LOG.error("not merged: {}", problem));
        trouble = problems.isEmpty() ? null : "days of the lake are not merged: " + problems.get(0);
    }

    /** Why the last round did not merge all that was due. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Returns when the round that is going on has ended. */
    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("merging the lake has not ended after " + LONGEST_ROUND.toMinutes() + " minutes");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the lake was being merged", interrupted);
        }
    }
}
