package io.stockmate.local.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a thing with a database again and again, on a thread of its own that keeps no process alive, until it is closed.
 */
public final class Repeating implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final long ENDS_WITHIN_MS = 3_000;
    private static final long PAUSE_AFTER_FAILURE_MS = 1_000;

    private final LongSupplier work;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private Repeating(String name, LongSupplier work) {
        this.work = work;
        this.thread = new Thread(this::repeat, name);
    }

    /**
     * Begins at once.
     *
     * @param work returns the pause until it is done again, in milliseconds; where it fails, that is logged, and
     *     it is done again after a second
     */
    public static Repeating start(String name, LongSupplier work) {
        Repeating repeating = new Repeating(name, work);
        repeating.thread.setDaemon(true);
        repeating.thread.start();
        return repeating;
    }

    private void repeat() {
        try {
            long pauseMs;
            do {
                pauseMs = doOnce();
            } while (!stop.await(pauseMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            LOG.debug("interrupted", end);
        }
    }

    private long doOnce() {
        try {
            return work.getAsLong();
        } catch (RuntimeException failure) {
            LOG.error("{} failed; trying again", thread.getName(), failure);
            return PAUSE_AFTER_FAILURE_MS;
        }
    }

    /** Waits a moment for what is under way, but not for a database that does not answer. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(ENDS_WITHIN_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
