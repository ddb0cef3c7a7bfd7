package io.stockmate.local.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * Ctrl-C and SIGTERM as something to wait for, so that a command can end in order. It takes their place in the JVM: a
 * shutdown hook would run beside Flink's own, which take away what an orderly end needs. Asked a second time the
 * process ends at once; what comes within a second of the first time is still that one, since tools such as timeout
 * signal a process and then its whole group.
 */
public final class StopSignal {
    private static final int ENDED_BY_SIGNAL = 130;

    private static final long SAME_REQUEST_NS = 1_000_000_000;

    private final CountDownLatch asked = new CountDownLatch(1);
    private long firstAskedNs;

    private StopSignal() {}

    /** Takes the signals from now on. */
    public static StopSignal take() {
        StopSignal stop = new StopSignal();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> stop.ask());
        }
        return stop;
    }

    private synchronized void ask() {
        if (asked.getCount() > 0) {
            firstAskedNs = System.nanoTime();
            asked.countDown();
        } else if (System.nanoTime() - firstAskedNs > SAME_REQUEST_NS) {
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
        }
    }

    /** Waits so long, or until asked to stop; tells whether it was. */
    public boolean await(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
