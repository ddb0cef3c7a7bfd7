package io.stockmate.local.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a thing with a database again and again, on a thread of its own that keeps no process alive, until it is closed. */
public final class Repeating implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final long ENDS_WITHIN_MS = 3_000;

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
     * @param work returns the pause until it is done again, in milliseconds, and throws nothing
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
                pauseMs = work.getAsLong();
            } while (!stop.await(pauseMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            LOG.debug("interrupted", end);
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
