package io.stockmate.local.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and SIGTERM as something to wait for, so that a command can end in order. It takes their place in the JVM: a
 * shutdown hook would run beside Flink's own, which take away what an orderly end needs. Asked a second time the
 * process ends at once; what comes within a second of the first time is still that one, since tools such as timeout
 * signal a process and then its whole group. Closing gives the signals back to those that had them before, unless asked
 * to stop: then the process is ending, and a second request still ends it at once.
 */
public final class StopSignal implements AutoCloseable {
    private static final int ENDED_BY_SIGNAL = 130;

    private static final long SAME_REQUEST_NS = 1_000_000_000;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Map<Signal, SignalHandler> before = new HashMap<>();
    private long firstAskedNs;

    private StopSignal() {}

    /** Takes the signals until it is closed. */
    public static StopSignal take() {
        StopSignal stop = new StopSignal();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal taken = new Signal(name);
            stop.before.put(taken, Signal.handle(taken, signal -> stop.ask()));
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

    @Override
    public synchronized void close() {
        if (asked.getCount() > 0) {
            before.forEach(Signal::handle);
        }
    }
}
