package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects records in a spool, which becomes an object when it is large or old enough. */
final class DeliveryStream implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStream.class);
    private static final String SPOOL_SUFFIX = ".spool";

    private final DeliveryDescription description;
    private final Path home;
    private final Path bucket;
    private final ArrivalClock clock;
    private final FirehoseSettings settings;
    private final ScheduledExecutorService timer;
    private @Nullable Spool spool;
    private @Nullable Future<?> due;
    private long spoolsBegun;

    private DeliveryStream(
            DeliveryDescription description,
            Path home,
            Path bucket,
            ArrivalClock clock,
            FirehoseSettings settings,
            ScheduledExecutorService timer) {
        this.description = description;
        this.home = home;
        this.bucket = bucket;
        this.clock = clock;
        this.settings = settings;
        this.timer = timer;
    }

    /**
     * Finishes what an earlier process left.
     *
     * @param home the directory of its description and spools
     * @param bucket the directory that stands for the S3 bucket
     */
    static DeliveryStream open(
            DeliveryDescription description,
            Path home,
            Path bucket,
            ArrivalClock clock,
            FirehoseSettings settings,
            ScheduledExecutorService timer)
            throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home, "*" + SPOOL_SUFFIX)) {
            for (Path file : files) {
                try (Spool left = Spool.recover(file)) {
                    if (left != null) {
                        left.finishInto(bucket);
                    }
                }
            }
        }
        return new DeliveryStream(description, home, bucket, clock, settings, timer);
    }

    DeliveryDescription description() {
        return description;
    }

    long bufferBytes() {
        return description.bufferBytes() == 0 ? settings.bufferBytes() : description.bufferBytes();
    }

    long bufferIntervalMillis() {
        return description.bufferIntervalMillis() == 0
                ? settings.bufferInterval().toMillis()
                : description.bufferIntervalMillis();
    }

    /** Takes all or nothing; when it returns, the records are safe. */
    synchronized void put(List<byte[]> records) throws IOException {
        Spool current = spool == null ? begin() : spool;
        current.append(records);
        if (current.bytes() >= bufferBytes()) {
            finish(current);
        }
    }

    private Spool begin() throws IOException {
        Path file = home.resolve(spoolsBegun++ + SPOOL_SUFFIX);
        Spool begun = Spool.begin(file, ObjectNames.next(bucket, description, clock.millis()), settings.fsync());
        spool = begun;
        long interval = bufferIntervalMillis();
        due = timer.scheduleWithFixedDelay(() -> finish(begun), interval, interval, TimeUnit.MILLISECONDS);
        return begun;
    }

    /** What cannot be finished now stays in the spool, takes further records and is tried again an interval later. */
    private synchronized void finish(Spool full) {
        if (full != spool) {
            return;
        }
        try {
            finishNow();
        } catch (IOException | RuntimeException failure) {
            LOG.error("{}: {} bytes wait in {}: {}", description.name(), full.bytes(), home, failure.toString());
        }
    }

    /** Makes an object of what has come so far. */
    synchronized void finishNow() throws IOException {
        Spool finished = spool;
        if (finished != null) {
            finished.finishInto(bucket);
            spool = null;
            if (due != null) {
                due.cancel(false);
            }
            finished.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            finishNow();
        } finally {
            if (spool != null) {
                spool.close();
            }
        }
    }
}
