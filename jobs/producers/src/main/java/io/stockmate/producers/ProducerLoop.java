package io.stockmate.producers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a producer on a thread of its own: hears events, lets it step, puts what it says. Before the first step it hears
 * all events that there are, so that the producer knows what went before.
 *
 * <p>Whatever fails is reported and tried again, each time after twice the pause, up to {@link #RETRY_MAX}; what was
 * said and not put is put first, and until then the producer says nothing more.
 */
public final class ProducerLoop implements AutoCloseable {
    /** The longest pause before a retry. */
    public static final Duration RETRY_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ProducerLoop.class);
    private static final Duration RETRY_FIRST = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final Producer producer;
    private final EventFeed feed;
    private final CommandOutlet outlet;
    private final LongSupplier time;
    private final Duration pause;
    private final FailureListener onFailure;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong submitted = new AtomicLong();
    private final AtomicLong submittedAsBytes = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private List<Submission> unsent = List.of();
    private boolean caughtUp;

    private ProducerLoop(
            String name,
            Producer producer,
            EventFeed feed,
            CommandOutlet outlet,
            LongSupplier time,
            Duration pause,
            FailureListener onFailure) {
        this.producer = producer;
        this.feed = feed;
        this.outlet = outlet;
        this.time = time;
        this.pause = pause;
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Starts a loop; it goes on until it is closed or the producer is finished.
     *
     * @param name of the thread, and in reports of failures
     * @param feed closed with the loop
     * @param outlet closed with the loop
     * @param time epoch milliseconds UTC
     * @param pause between two steps
     */
    public static ProducerLoop start(
            String name,
            Producer producer,
            EventFeed feed,
            CommandOutlet outlet,
            LongSupplier time,
            Duration pause,
            FailureListener onFailure) {
        ProducerLoop loop = new ProducerLoop(name, producer, feed, outlet, time, pause, onFailure);
        loop.thread.start();
        return loop;
    }

    /** Records put so far, whatever they were. */
    public long submitted() {
        return submitted.get();
    }

    /** Of these, records that were put as bytes: of a demo market those that are no readable command. */
    public long submittedAsBytes() {
        return submittedAsBytes.get();
    }

    /** How often something failed and was tried again. */
    public long failures() {
        return failures.get();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Waits until the producer is finished, or the time is over; tells whether it is finished. */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        thread.join(timeout.toMillis());
        return !thread.isAlive();
    }

    /** Stops within seconds. What was said and not put is lost. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(STOP_WITHIN.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(STOP_WITHIN.toMillis());
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{} does not stop; it ends with the process", thread.getName());
        }
    }

    private void run() {
        try (feed;
                outlet) {
            Duration retryIn = RETRY_FIRST;
            boolean goesOn = true;
            while (goesOn) {
                Duration wait = pause;
                try {
                    goesOn = turn();
                    retryIn = RETRY_FIRST;
                } catch (RuntimeException failure) {
                    failures.incrementAndGet();
                    if (stop.getCount() > 0) {
                        onFailure.failed(thread.getName(), failure, retryIn);
                    }
                    wait = retryIn;
                    retryIn = min(retryIn.multipliedBy(2), RETRY_MAX);
                }
                goesOn &= !stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("{} was interrupted", thread.getName());
        }
    }

    /** Whether there will be another one. */
    private boolean turn() throws InterruptedException {
        put();
        feed.poll().forEach(producer::observe);
        caughtUp |= feed.isCaughtUp();
        if (caughtUp) {
            unsent = producer.step(time.getAsLong());
            put();
        }
        return !producer.isFinished();
    }

    private void put() throws InterruptedException {
        if (unsent.isEmpty()) {
            return;
        }
        outlet.put(unsent);
        submitted.addAndGet(unsent.size());
        submittedAsBytes.addAndGet(
                unsent.stream().filter(Submission.OfBytes.class::isInstance).count());
        unsent = List.of();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
